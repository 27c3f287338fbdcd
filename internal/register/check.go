package register

import (
	"fmt"

	"onrecord/internal/record"
)

// check tells what is wrong with the whole that no line shows by itself.
func (p *parser) check() {
	r := p.register
	for i := range r.actors {
		if a := &r.actors[i]; a.Name == "" && !r.organID(a.ID) {
			p.errs = append(p.errs, fmt.Errorf("%s: %s has no name anywhere; write %s %s = NAME", a.Position, a.ID, kindName(a.Kind), a.ID))
		}
	}
	for _, f := range p.refs {
		switch i, ok := r.byID[f.id]; {
		case !ok && r.organID(f.id):
		case !ok:
			p.errs = append(p.errs, fmt.Errorf("%s: %s: no actor has the id %q; add a block for it, or mend it", f.at, f.what, f.id))
		case f.country && r.actors[i].Kind != record.Country:
			p.errs = append(p.errs, fmt.Errorf("%s: %s: %s is no country but a %s; members are countries", f.at, f.what, f.id, r.actors[i].Kind))
		}
	}
	p.circles()
}

// circles finds actors that are part of themselves.
func (p *parser) circles() {
	r := p.register
	for i := range r.actors {
		a := &r.actors[i]
		steps := 0
		for b := a; b.PartOf != "" && steps <= len(r.actors); steps++ {
			j, ok := r.byID[b.PartOf]
			if !ok {
				break
			}
			if b = &r.actors[j]; b == a {
				p.errs = append(p.errs, fmt.Errorf("%s: %s is part of itself; mend one of the lines \"part\"", a.Position, a.ID))
				break
			}
		}
	}
}

// organID says whether id is that of an organ that will be made by rule.
func (r *Register) organID(id record.ActorID) bool {
	for _, p := range r.patterns {
		n := len(id) - len(p.suffix) - 1
		if n <= 0 || id[n] != '-' || id[n+1:] != p.suffix {
			continue
		}
		if i, ok := r.byID[id[:n]]; ok && r.actors[i].Kind == record.Country && r.actors[i].organs != noOrgans {
			return true
		}
	}
	return false
}

func kindName(k record.ActorKind) string {
	for _, e := range kinds {
		if e.actor == k {
			return e.name
		}
	}
	return "KIND"
}
