package prepare

import (
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/entity"
)

// silverClass maps a name class of CoreNLP to ours, -1 for none. Its MISC holds
// nationalities and parties beside works, laws and events: an adjective or
// plural of a people, faith or party is a group.
func silverClass(class, word string) int {
	switch class {
	case "PERSON":
		return int(annotate.Person)
	case "ORGANIZATION":
		return int(annotate.Organization)
	case "LOCATION":
		return int(annotate.Place)
	case "MISC":
		if entity.IsGroup(word) {
			return int(annotate.Group)
		}
		return int(annotate.Other)
	}
	return -1
}

// namedClasses maps CrossNER's classes to ours.
var namedClasses = map[string]annotate.EntityClass{
	"person": annotate.Person, "politician": annotate.Person,
	"organisation": annotate.Organization, "politicalparty": annotate.Organization,
	"country": annotate.Place, "location": annotate.Place,
	"election": annotate.Other, "event": annotate.Other,
}

// namedLabel maps a BIO label of CrossNER over word to ours.
func namedLabel(label, word string) int {
	prefix, name, ok := strings.Cut(label, "-")
	if !ok {
		return 0
	}
	class, ok := namedClasses[name]
	if !ok {
		class = annotate.Other
		if entity.IsGroup(word) {
			class = annotate.Group
		}
	}
	n := 1 + 2*int(class)
	if prefix == "I" {
		n++
	}
	return n
}
