package pledge

// respectively parts a mention whose donors give a sum or number each, in their
// order: "France and Germany committed 110 and 244 million euros respectively".
func (p *passage) respectively(all []*mention) []*mention {
	var out []*mention
	for _, m := range all {
		each := m.single()
		if len(each) < 2 || len(m.donors) != len(each) || !p.says(m.sentence, "respectively") {
			out = append(out, m)
			continue
		}
		for k, x := range each {
			one := *m
			one.things, one.donors = []thing{x}, m.donors[k:k+1:k+1]
			out = append(out, &one)
		}
	}
	return out
}

// single returns the things of m with one number each.
func (m *mention) single() []thing {
	var out []thing
	for _, x := range m.things {
		if len(x.numbers) < 2 {
			out = append(out, x)
			continue
		}
		for _, k := range x.numbers {
			y := x
			y.numbers = []int{k}
			out = append(out, y)
		}
	}
	return out
}
