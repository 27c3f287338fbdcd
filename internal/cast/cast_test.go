package cast_test

import (
	"testing"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/annotatetest"
	"onrecord/internal/cast"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

const world = `
country france = France
  adjective: French
  people: French
  capital: Paris
  codes: FR FRA Q142

person emmanuel-macron = Emmanuel Macron
  gender: male
  office: head-of-state | President | france | 2017-05-14/.. | elysee.fr
`

func load(t testing.TB) *register.Register {
	t.Helper()
	r, err := register.Read(register.Source{Name: "world", Data: []byte(world)})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// passage is "FIRST LAST said Paris agreed ." with the first two words a name.
func passage(t testing.TB, first, last string) *annotate.Layers {
	t.Helper()
	l := annotatetest.Parsed(t, first+" "+first+" PROPN 3 nsubj\n"+last+" "+last+" PROPN 1 flat\nsaid say VERB 0 root\nParis Paris PROPN 5 nsubj\nagreed agree VERB 3 ccomp\n. . PUNCT 3 punct")
	l.Entities = []annotate.Entity{{First: 0, End: 2, Class: annotate.Person, Score: 1}}
	return l
}

func TestNamesOfTheRegisterAndOthers(t *testing.T) {
	for _, c := range []struct {
		name, first, last string
		want              record.ActorID
	}{
		{"a person of the register", "Emmanuel", "Macron", "emmanuel-macron"},
		{"a namesake of another first name", "Brigitte", "Macron", "d-brigitte-macron"},
		{"letters beyond ASCII", "Élodie", "Šarić", "d-elodie-saric"},
	} {
		l := passage(t, c.first, c.last)
		k := cast.Of(load(t), l.Document, "2024-03-12", []*annotate.Layers{l})
		if got := k.Passages[0].Of(0); len(got) != 1 || got[0] != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
		if got := k.Passages[0].Of(3); len(got) != 1 || got[0] != "france" {
			t.Errorf("%s: Paris is %v", c.name, got)
		}
	}
}

func TestASurnameLooksAcrossPassages(t *testing.T) {
	first := passage(t, "Brigitte", "Macron")
	second := annotatetest.Parsed(t, "Macron Macron PROPN 2 nsubj\nleft leave VERB 0 root\n. . PUNCT 2 punct")
	second.Document = first.Document
	second.Tokens = first.Tokens[1:4] // the letters do not matter, but must be of the document
	k := cast.Of(load(t), first.Document, "2024-03-12", []*annotate.Layers{first, second})
	if got := k.Passages[1].Of(0); len(got) != 1 || got[0] != "d-brigitte-macron" {
		t.Errorf("%v", got)
	}
}

func TestAPassageThatIsNotReadHasNoNames(t *testing.T) {
	l := passage(t, "Emmanuel", "Macron")
	l.Tags, l.Lemmas, l.Heads, l.Relations, l.Entities = nil, nil, nil, nil, nil
	k := cast.Of(load(t), l.Document, "", []*annotate.Layers{l})
	if len(k.Passages[0].Refs) != 0 || len(k.Actors) != 0 {
		t.Errorf("%v", k.Actors)
	}
}

func TestUnnamed(t *testing.T) {
	for word, want := range map[string]string{"officials": "voice", "police": "body", "treaty": ""} {
		if got := cast.Unnamed(word); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}
