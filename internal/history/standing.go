package history

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"onrecord/internal/edtf"
)

// Event is a side that somebody took, or was said to take, on a day.
type Event struct {
	On         string     `json:"on"` // EDTF; "" if unknown
	Stance     string     `json:"stance"`
	ToldBy     string     `json:"told_by"` // who says that the actor stands there; "" for its own words and deeds
	Background bool       `json:"background"`
	Conditions []string   `json:"conditions"`
	Scope      []string   `json:"scope"`
	Utterances int        `json:"utterances"` // sayings and deeds, each once however often it is reported
	Citations  []Citation `json:"citations"`

	deed bool // an action or a pledge

	From         string `json:"from"`          // the side before, where this changes it; else ""
	NewCondition bool   `json:"new_condition"` // the first with these conditions on this side
	Contradicts  string `json:"contradicts"`   // the date of the opposite side within the window; "" for none
}

// Standing is where an actor stands on an issue.
type Standing struct {
	Actor  string  `json:"actor"`
	Issue  string  `json:"issue"`
	Told   bool    `json:"told"`   // as others say it; else by its own words and deeds
	Stance string  `json:"stance"` // the latest side; unclear if it took none
	Since  string  `json:"since"`  // the first date of that side without another between; "" if unknown
	Events []Event `json:"events"` // in order
}

// Options say what to look for.
type Options struct {
	Within time.Duration // two opposite sides so near contradict each other; 0 marks none
}

type key struct {
	actor, issue string
	told         bool
}

// Standings returns where each actor stands on each issue, by actor and issue,
// the actor's own before what others tell.
func (r *Record) Standings(o Options) []Standing {
	r.group()
	all := map[key][]taken{}
	for _, t := range r.taken {
		k := key{t.holder, t.issue, t.teller != ""}
		all[k] = append(all[k], t)
	}
	var out []Standing
	for k, list := range all {
		s := Standing{Actor: k.actor, Issue: k.issue, Told: k.told, Events: r.events(list)}
		s.walk(o)
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b Standing) int {
		return cmp.Or(cmp.Compare(r.Actor(a.Actor).Name, r.Actor(b.Actor).Name), cmp.Compare(a.Actor, b.Actor), cmp.Compare(a.Issue, b.Issue), less(a.Told, b.Told))
	})
	return out
}

func less(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// events makes events of the positions of one actor and issue: first one of
// each utterance, then one of all that take the same side on the same date.
func (r *Record) events(list []taken) []Event {
	type once struct {
		saying int
		teller string
	}
	said := map[once][]taken{}
	var single []taken
	for _, t := range list {
		if t.saying < 0 {
			single = append(single, t)
			continue
		}
		k := once{r.root(t.saying), t.teller}
		said[k] = append(said[k], t)
	}
	var out []Event
	keys := slices.SortedFunc(maps.Keys(said), func(a, b once) int { return cmp.Or(a.saying-b.saying, cmp.Compare(a.teller, b.teller)) })
	for _, k := range keys {
		out = append(out, utter(said[k]))
	}
	for _, t := range single {
		e := utter([]taken{t})
		e.deed = true
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b Event) int {
		return cmp.Or(order(a.On, b.On), less(!a.Background, !b.Background), cmp.Compare(a.Stance, b.Stance), cmp.Compare(a.ToldBy, b.ToldBy), less(a.deed, b.deed))
	})
	return fold(out)
}

// utter makes an event of the reports of one utterance: its side is the one that
// most of them give, unclear if two are even.
func utter(list []taken) Event {
	e := Event{Stance: "unclear", ToldBy: list[0].teller, Background: true, Utterances: 1, Conditions: []string{}, Scope: []string{}}
	votes := map[string]int{}
	for _, t := range list {
		if t.stance != "unclear" {
			votes[t.stance]++
		}
		if narrower(t.on, e.On) {
			e.On = t.on
		}
		e.Background = e.Background && t.background
		e.Conditions, e.Scope = add(e.Conditions, t.conditions), add(e.Scope, t.scope)
		e.cite(t.at)
	}
	best, even := 0, false
	for _, s := range slices.Sorted(maps.Keys(votes)) {
		switch n := votes[s]; {
		case n > best:
			best, even, e.Stance = n, false, s
		case n == best:
			even = true
		}
	}
	if even {
		e.Stance = "unclear"
	}
	slices.SortStableFunc(e.Citations, func(a, b Citation) int { return cmp.Compare(a.Published, b.Published) })
	return e
}

func (e *Event) cite(c Citation) {
	same := func(x Citation) bool { return x.Document == c.Document && x.Words == c.Words }
	if !slices.ContainsFunc(e.Citations, same) {
		e.Citations = append(e.Citations, c)
	}
}

func add(list, more []string) []string {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// fold joins neighbors that take one side on one date.
func fold(in []Event) []Event {
	var out []Event
	for _, e := range in {
		n := len(out) - 1
		if n < 0 || out[n].On != e.On || out[n].Stance != e.Stance || out[n].ToldBy != e.ToldBy || out[n].Background != e.Background {
			out = append(out, e)
			continue
		}
		last := &out[n]
		if !e.deed || !last.deed && !last.in(e.Citations) { // deeds of one date are one, and one with what the article says of it
			last.Utterances += e.Utterances
		}
		last.deed = e.deed
		last.Conditions, last.Scope = add(last.Conditions, e.Conditions), add(last.Scope, e.Scope)
		for _, c := range e.Citations {
			last.cite(c)
		}
	}
	return out
}

// in says whether a document of some citations tells of an event.
func (e *Event) in(cited []Citation) bool {
	return slices.ContainsFunc(cited, func(c Citation) bool {
		return slices.ContainsFunc(e.Citations, func(x Citation) bool { return x.Document == c.Document })
	})
}

// News says whether an event can mark a change: it is dated and tells something
// new.
func (e *Event) News() bool { return e.On != "" && !e.Background }

// walk finds the latest side, since when, and what each event changes. Only a
// dated side can be changed, and only by news that begins when it is over: of two
// dates that overlap nobody knows which came first, so that the narrower one
// stands, and of two alike the first.
func (s *Standing) walk(o Options) {
	s.Stance = "unclear"
	known := map[string]bool{} // conditions by side
	var base *Event            // the last dated event of the side
	for i := range s.Events {
		e := &s.Events[i]
		if e.Stance == "unclear" {
			continue
		}
		if e.News() {
			e.Contradicts = s.opposite(i, o)
		}
		switch {
		case base == nil, e.Stance == s.Stance:
			if e.Stance != s.Stance || s.Since == "" {
				s.Stance, s.Since = e.Stance, e.On
			}
			if e.On != "" {
				base = e
			}
		case !e.News():
		case base.before(e):
			e.From = s.Stance
			s.Stance, s.Since, base = e.Stance, e.On, e
		case narrower(e.On, base.On):
			s.Stance, s.Since, base = e.Stance, e.On, e
		}
		for _, c := range e.Conditions {
			c = e.Stance + " " + strings.Join(words(c), " ")
			e.NewCondition = e.NewCondition || e.News() && i > 0 && !known[c]
			known[c] = true
		}
	}
}

// before says whether an event is over when another begins.
func (e *Event) before(o *Event) bool {
	_, last, _, ok1 := edtf.Date(e.On).Bounds()
	first, _, ok2, _ := edtf.Date(o.On).Bounds()
	return ok1 && ok2 && last.Before(first)
}

// opposite returns the date of the last news before event i that took the
// opposite side, if both lie within the window as a whole; "" for none.
func (s *Standing) opposite(i int, o Options) string {
	e := &s.Events[i]
	from, to, ok1, ok2 := edtf.Date(e.On).Bounds()
	if o.Within <= 0 || !ok1 || !ok2 {
		return ""
	}
	for k := i - 1; k >= 0; k-- {
		x := &s.Events[k]
		if !x.News() || !(x.Stance == "support" && e.Stance == "oppose" || x.Stance == "oppose" && e.Stance == "support") {
			continue
		}
		first, last, ok1, ok2 := edtf.Date(x.On).Bounds()
		if ok1 && ok2 && max(to.Unix(), last.Unix())-min(from.Unix(), first.Unix()) <= int64(o.Within.Seconds()) {
			return x.On
		}
		return ""
	}
	return ""
}
