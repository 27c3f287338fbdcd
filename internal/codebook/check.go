package codebook

import "strings"

// check tells what can be known only once all issues are read.
func (r *reader) check() {
	c := r.book
	for i := range c.Issues {
		s := &c.Issues[i]
		for _, p := range s.Parents {
			if _, ok := c.byID[p]; !ok {
				r.errorf(s.Line, "unknown parent %q of issue %s; a parent is the id of an issue in this file", p, s.ID)
			}
		}
		for j := range s.Examples {
			e := &s.Examples[j]
			if e.Issue == "" {
				e.Issue = s.ID
			} else if _, ok := c.byID[e.Issue]; !ok {
				r.errorf(e.Line, "the example names an unknown issue %q; write the id of one in this file, or none for %s", e.Issue, s.ID)
			}
		}
	}
	r.cycles()
}

// cycles tells each cycle of parents once. It walks up from each issue along
// the parents and never walks an issue twice.
func (r *reader) cycles() {
	const (
		unseen = iota
		open   // on the path that is walked
		done
	)
	c := r.book
	state := make([]uint8, len(c.Issues))
	var path []string
	var walk func(i int)
	walk = func(i int) {
		state[i] = open
		path = append(path, c.Issues[i].ID)
		for _, p := range c.Issues[i].Parents {
			j, ok := c.byID[p]
			switch {
			case ok && state[j] == unseen:
				walk(j)
			case ok && state[j] == open:
				r.cycle(path, j)
			}
		}
		path = path[:len(path)-1]
		state[i] = done
	}
	for i := range c.Issues {
		if state[i] == unseen {
			walk(i)
		}
	}
}

// cycle tells of the cycle at the end of path that begins with issue j.
func (r *reader) cycle(path []string, j int) {
	s := &r.book.Issues[j]
	first := len(path) - 1
	for path[first] != s.ID {
		first--
	}
	around := strings.Join(append(path[first:len(path):len(path)], s.ID), " → ")
	r.errorf(s.Line, "the parents of issue %s lead back to it (%s); take one of them out", s.ID, around)
}
