package coref

// speeches tells of each word who is said to say it.
type speeches struct {
	content []int32 // of each word: 1 more than the number of the shortest attribution whose content it is in
	source  []int32 // of each attribution: the mention that is its source, -1 if none
	cue     []int32 // of each word: 1 more than the attribution whose source it is in
}

// hear reads the attributions of the passage.
func (r *resolver) hear() {
	l := r.tree.Layers
	s := &r.speeches
	s.content, s.cue = make([]int32, len(l.Tokens)), make([]int32, len(l.Tokens))
	s.source = make([]int32, len(l.Attributions))
	for k, a := range l.Attributions {
		s.source[k] = -1
		for _, i := range a.Content {
			if old := s.content[i]; old == 0 || len(l.Attributions[old-1].Content) > len(a.Content) {
				s.content[i] = int32(k) + 1
			}
		}
		for _, i := range a.Source {
			s.cue[i] = int32(k) + 1
		}
		for _, i := range a.Source {
			if m := r.at(i); m >= 0 && (s.source[k] < 0 || r.mentions[m].First <= r.mentions[s.source[k]].First && r.mentions[m].End > r.mentions[s.source[k]].End) {
				s.source[k] = int32(m)
			}
		}
	}
}

// speakerOf returns the mention that is said to say word i, -1 if none.
func (r *resolver) speakerOf(i int) int {
	if k := r.speeches.content[i]; k > 0 {
		return int(r.speeches.source[k-1])
	}
	return -1
}

// speak joins I and we in a quotation with who speaks there.
func (r *resolver) speak(i int) {
	m := &r.mentions[i]
	if m.quote < 0 {
		return
	}
	if s := r.speakerOf(m.Head); s >= 0 && s != i && r.mentions[s].form != speaker {
		m.Score = r.tree.Attributions[r.speeches.content[m.Head]-1].Score
		r.chains.join(s, i)
		return
	}
	if s, ok := r.quoted[m.quote]; ok {
		r.chains.join(s, i)
	}
}

// relate joins a relative pronoun with the noun that its clause hangs on.
func (r *resolver) relate(i int) {
	m := &r.mentions[i]
	if m.clause < 0 || r.tree.Relations[m.clause] != "acl" {
		return
	}
	j := r.at(r.tree.Head(m.clause))
	if j < 0 || r.mentions[j].Head >= m.First {
		return
	}
	r.chains.join(j, i)
}
