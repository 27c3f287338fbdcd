package annotate

import "fmt"

// UPOS is a universal part of speech (universaldependencies.org/u/pos).
type UPOS uint8

// The universal parts of speech, in the order of their names.
const (
	ADJ UPOS = iota
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
)

// UPOSNames lists the parts of speech; UPOSNames[p] is p's name.
var UPOSNames = [...]string{"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

func (p UPOS) String() string { return UPOSNames[p] }

// ParseUPOS returns the part of speech called name.
func ParseUPOS(name string) (UPOS, error) {
	for i, n := range UPOSNames {
		if n == name {
			return UPOS(i), nil
		}
	}
	return 0, fmt.Errorf("no universal part of speech is called %q", name)
}
