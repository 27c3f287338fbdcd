package thread

import (
	"slices"

	"onrecord/internal/edtf"
	"onrecord/internal/export"
)

// Record collects the pledges of many documents, in the order of Add.
type Record struct {
	threads []Thread
	into    []int // what a thread was joined to; itself where it stands
	bySum   map[key][]int
	partOf  map[string]string
	names   map[string]string
	latest  string
}

// key is what two mentions must share before anything else is looked at.
type key struct {
	beneficiary string
	sum         Sum
}

// New returns an empty record.
func New() *Record {
	return &Record{bySum: map[key][]int{}, partOf: map[string]string{}, names: map[string]string{}}
}

// Add takes the pledges of a document. What is negated was not pledged.
func (r *Record) Add(o export.Object) {
	r.see(value(o.Document.Published))
	for _, a := range o.Actors {
		r.names[a.ID] = a.Name
		if a.PartOf != nil {
			r.partOf[a.ID] = *a.PartOf
		}
	}
	given := map[string]int{} // by proposer and beneficiary: what was given up here
	var placed []int
	for _, p := range o.Pledges {
		if p.Negated {
			continue
		}
		r.see(value(p.Time))
		i := r.place(mention(o.Document, p))
		placed = append(placed, i)
		if p.Status == "withdrawn" && len(p.Proposers) > 0 && len(p.Beneficiaries) > 0 && p.Time != nil {
			given[p.Proposers[0]+"\n"+p.Beneficiaries[0]+"\n"+*p.Time] = i
		}
	}
	n := 0
	for _, p := range o.Pledges {
		if p.Negated {
			continue
		}
		i := placed[n]
		n++
		if p.Status != "proposed" || len(p.Proposers) == 0 || len(p.Beneficiaries) == 0 || p.Time == nil {
			continue
		}
		// What one proposer gives up and proposes on one day, for the same, is a replacement.
		if old, ok := given[p.Proposers[0]+"\n"+p.Beneficiaries[0]+"\n"+*p.Time]; ok {
			r.merge(r.root(old), r.root(i))
		}
	}
}

// place joins a mention to the thread of the same pledge, or begins one.
func (r *Record) place(t Thread) int {
	for _, b := range t.Beneficiaries {
		for _, s := range t.Sums {
			for _, i := range r.bySum[key{b, s.total()}] {
				if old := r.root(i); r.same(r.threads[old], t) {
					r.threads[old].take(t)
					r.index(old, t)
					return old
				}
			}
		}
	}
	i := len(r.threads)
	r.threads, r.into = append(r.threads, t), append(r.into, i)
	r.index(i, t)
	return i
}

func (r *Record) index(i int, t Thread) {
	for _, b := range t.Beneficiaries {
		for _, s := range t.Sums {
			k := key{b, s.total()}
			if !slices.Contains(r.bySum[k], i) {
				r.bySum[k] = append(r.bySum[k], i)
			}
		}
	}
}

// total is a sum without its span, which same compares.
func (s Sum) total() Sum { return Sum{Value: s.Value, Currency: s.Currency} }

// same says whether two that share sum and beneficiary are one pledge: nothing
// contradicts, and the donors, the proposers or the span agree.
func (r *Record) same(a, b Thread) bool {
	if !yearly(a, b) || !yearly(b, a) {
		return false
	}
	donors := r.meet(a.Donors, b.Donors)
	if len(a.Donors) > 0 && len(b.Donors) > 0 && !donors {
		return false
	}
	span := a.Duration != "" && a.Duration == b.Duration
	period := a.Period != "" && b.Period != "" && edtf.Date(a.Period).Overlaps(edtf.Date(b.Period))
	if a.Period != "" && b.Period != "" && !period {
		return false
	}
	return donors || span || period || r.meet(a.Proposers, b.Proposers)
}

// yearly says whether the sums by the year in a go with the span of b: a sum
// a year is not the same sum over five.
func yearly(a, b Thread) bool {
	for _, x := range a.Sums {
		for _, y := range b.Sums {
			if x.total() == y.total() && x.Per != y.Per && x.Per != "" && b.Duration != "" && b.Duration != "P1Y" {
				return false
			}
		}
	}
	return true
}

// meet says whether the lists share an actor, or one's whole is in the other.
func (r *Record) meet(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y || r.partOf[x] == y || r.partOf[y] == x {
				return true
			}
		}
	}
	return false
}

// take adds a mention: a new event, or a citation of one that is known.
func (t *Thread) take(o Thread) {
	t.Proposers, t.Donors = union(t.Proposers, o.Proposers), union(t.Donors, o.Donors)
	t.Beneficiaries, t.Sums = union(t.Beneficiaries, o.Beneficiaries), union(t.Sums, o.Sums)
	if t.Duration == "" {
		t.Duration = o.Duration
	}
	if t.Period == "" {
		t.Period = o.Period
	}
	if t.Purpose == "" {
		t.Purpose = o.Purpose
	}
	for _, e := range o.Events {
		t.tell(e)
	}
}

// tell begins with the latest event, to which a report without a date belongs.
func (t *Thread) tell(e Event) {
	for i, old := range slices.Backward(t.Events) {
		if old.Kind != e.Kind || old.On != "" && e.On != "" && !edtf.Date(old.On).Overlaps(edtf.Date(e.On)) {
			continue
		}
		t.Events[i].Citations = append(old.Citations, e.Citations...)
		t.Events[i].Actors = union(old.Actors, e.Actors)
		t.Events[i].Background = old.Background && e.Background
		if old.On == "" || edtf.Date(e.On).IsDay() {
			t.Events[i].On = e.On
		}
		return
	}
	t.Events = append(t.Events, e)
}

func union[T comparable](a, b []T) []T {
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(a, x)
		}
	}
	return a
}

func (r *Record) root(i int) int {
	for r.into[i] != i {
		i = r.into[i]
	}
	return i
}

func (r *Record) merge(i, j int) {
	if i == j {
		return
	}
	r.threads[i].take(r.threads[j])
	r.into[j] = i
}
