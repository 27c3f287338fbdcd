package register

import (
	"slices"
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/record"
)

// Role is what kind of office a post is, over all countries and organizations.
type Role string

// The roles.
const (
	HeadOfState            Role = "head-of-state" // a monarch too
	HeadOfGovernment       Role = "head-of-government"
	DeputyHeadOfGovernment Role = "deputy-head-of-government"
	VicePresident          Role = "vice-president"
	ForeignMinister        Role = "foreign-minister"
	DefenseMinister        Role = "defense-minister"
	FinanceMinister        Role = "finance-minister"
	InteriorMinister       Role = "interior-minister"
	Minister               Role = "minister" // any other
	Chief                  Role = "chief"    // heads an organization
	DeputyChief            Role = "deputy-chief"
	Spokesperson           Role = "spokesperson"
	Envoy                  Role = "envoy"
	Ambassador             Role = "ambassador"
	SecurityAdviser        Role = "national-security-adviser"
	MilitaryChief          Role = "military-chief"
	IntelligenceChief      Role = "intelligence-chief"
	Speaker                Role = "speaker" // of a parliament
	Leader                 Role = "leader"  // of an armed group, party or movement
	SupremeLeader          Role = "supreme-leader"
	ForeignPolicyChief     Role = "foreign-policy-chief"
	Commissioner           Role = "commissioner"
)

// Roles lists the roles.
var Roles = [...]Role{
	HeadOfState, HeadOfGovernment, DeputyHeadOfGovernment, VicePresident, ForeignMinister, DefenseMinister,
	FinanceMinister, InteriorMinister, Minister, Chief, DeputyChief, Spokesperson, Envoy, Ambassador, SecurityAdviser,
	MilitaryChief, IntelligenceChief, Speaker, Leader, SupremeLeader, ForeignPolicyChief, Commissioner,
}

// Tenure is an office held by a person over a time.
type Tenure struct {
	Person record.ActorID
	Title  string         // "Secretary General"
	Role   Role           // "chief"; of several the first, or the one that was asked for
	Roles  []Role         // all of them: a president may be head of state and of government
	Of     record.ActorID // "nato"
	Term   edtf.Date      // an interval; open where it goes on or is not known
	Source string
}

// Is says whether the office has the role.
func (t *Tenure) Is(r Role) bool { return slices.Contains(t.Roles, r) }

// office reads "ROLES | TITLE | OF | TERM | SOURCE".
func (p *parser) office(v string) {
	var f [5]string
	n := 0
	for more := true; more && n < len(f); n++ {
		f[n], v, more = strings.Cut(v, "|")
		f[n] = strings.TrimSpace(f[n])
	}
	if n < len(f) || v != "" || slices.Contains(f[:4], "") {
		p.errorf("the office has not five parts; write ROLES | TITLE | OF | TERM | SOURCE")
		return
	}
	roles, ok := p.rolesOf(f[0])
	if !ok {
		return
	}
	t := Tenure{Person: p.current().ID, Title: f[1], Role: roles[0], Roles: roles, Of: record.ActorID(f[2]), Term: edtf.Date(f[3]), Source: f[4]}
	days, ok := p.term(t.Term)
	if !ok {
		return
	}
	p.register.tenures = append(p.register.tenures, t)
	p.register.terms = append(p.register.terms, days)
	p.refer(t.Of, "of", false)
}

// rolesOf reads roles with spaces between them.
func (p *parser) rolesOf(s string) ([]Role, bool) {
	if r, ok := p.roles[s]; ok {
		return r, true
	}
	var all []Role
	for _, f := range strings.Fields(s) {
		if !slices.Contains(Roles[:], Role(f)) {
			p.errorf("unknown role %q; the roles are %s", f, roleList())
			return nil, false
		}
		all = append(all, Role(f))
	}
	p.roles[s] = all
	return all, true
}

func roleList() string {
	var s []string
	for _, r := range Roles {
		s = append(s, string(r))
	}
	return strings.Join(s, ", ")
}

// sortTenures puts the offices of each person together.
func (r *Register) sortTenures() {
	count := make([]int32, len(r.actors)+1)
	for i := range r.tenures {
		count[r.byID[r.tenures[i].Person]+1]++
	}
	for i := 1; i < len(count); i++ {
		count[i] += count[i-1]
	}
	for i := range r.actors {
		r.actors[i].tenures = [2]int32{count[i], count[i+1]}
	}
	tenures, terms := make([]Tenure, len(r.tenures)), make([]term, len(r.terms))
	for i := range r.tenures {
		at := &count[r.byID[r.tenures[i].Person]]
		tenures[*at], terms[*at] = r.tenures[i], r.terms[i]
		*at++
	}
	r.tenures, r.terms = tenures, terms
}

// offices finds the holders of an office; under no role, of any office.
type offices map[officeKey][]int32

type officeKey struct {
	role Role
	of   record.ActorID
}

func (r *Register) indexOffices() offices {
	m := make(offices, len(r.tenures)/4+1)
	for i := range r.tenures {
		t := &r.tenures[i]
		for _, role := range t.Roles {
			k := officeKey{role, t.Of}
			m[k] = append(m[k], int32(i))
		}
		every := officeKey{"", t.Of}
		m[every] = append(m[every], int32(i))
	}
	return m
}

// Holders returns who held an office on a date, or at some time of a longer one,
// in the order of the files. On an unknown date nobody is known to have held it.
func (r *Register) Holders(role Role, of record.ActorID, on edtf.Date) []Tenure {
	d := days(on)
	if d == (term{}) {
		return nil
	}
	var all []Tenure
	for _, i := range r.posts()[officeKey{role, of}] {
		if r.terms[i].overlaps(d) {
			t := r.tenures[i]
			t.Role = role
			all = append(all, t)
		}
	}
	return all
}

// History returns all who held an office, in the order of their terms; of no
// role, all who held any office there.
func (r *Register) History(role Role, of record.ActorID) []Tenure {
	at := slices.Clone(r.posts()[officeKey{role, of}])
	slices.SortStableFunc(at, func(a, b int32) int { return int(r.terms[a].from) - int(r.terms[b].from) })
	all := make([]Tenure, len(at))
	for n, i := range at {
		all[n] = r.tenures[i]
		if role != "" {
			all[n].Role = role
		}
	}
	return all
}

// Offices returns all offices of a person, in the order of the files. The
// slice may not be changed.
func (r *Register) Offices(person record.ActorID) []Tenure {
	a := r.Actor(person)
	if a == nil {
		return nil
	}
	return r.tenures[a.tenures[0]:a.tenures[1]]
}

// OfficesOn returns the offices that a person held on a date, and those that
// were over by then. On an unknown date neither is known.
func (r *Register) OfficesOn(person record.ActorID, on edtf.Date) (current, former []Tenure) {
	a, d := r.Actor(person), days(on)
	if a == nil || d == (term{}) {
		return nil, nil
	}
	for i := a.tenures[0]; i < a.tenures[1]; i++ {
		switch {
		case r.terms[i].overlaps(d):
			current = append(current, r.tenures[i])
		case r.terms[i].before(d):
			former = append(former, r.tenures[i])
		}
	}
	return current, former
}
