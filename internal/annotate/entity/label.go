// Package entity finds names: persons, organizations, places, groups
// (nationalities, religions, political allegiances) and others. It does not
// tell whom a name stands for.
package entity

import "onrecord/internal/annotate"

// classes in the order of the weights.
var classes = []annotate.EntityClass{annotate.Person, annotate.Organization, annotate.Place, annotate.Group, annotate.Other}

// Labels lists the labels of a word in the order of the weights: O, then B and
// I of each class.
func Labels() []string {
	out := []string{"O"}
	for _, c := range classes {
		out = append(out, "B-"+c.String(), "I-"+c.String())
	}
	return out
}
