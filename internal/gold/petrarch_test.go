package gold

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const records = `<?xml version='1.0'?>
<!-- Use <Sentence ... evaluate="false"> -- as one
likes -->
<Sentences>
<Sentence category="DEMO" date="20240407" id="D-1" evaluate="true">
<!-- plain -->
<EventCoding eventcode="057" sourcecode="AAA" targetcode="BBB" />
<PLEvent {"event": "057"}>
<Text>
Ruritania signed
a treaty with Borduria.
</Text>
<Parse>
1	Ruritania	_
</Parse></Sentence>
<Sentence date="20240407" id="D-2" evaluate="false">
<EventCoding noevents="True" />
<Text>It rained.</Text>
</Sentence>
<Sentence date="20240407" id="D-3">
<EventCoding error="dateline" />
<Text>RAIN: -- it rained.</Text>
</Sentence>
</Sentences>
`

func TestReadPetrarch(t *testing.T) {
	got, err := readPetrarch("records.xml", strings.NewReader(records))
	if err != nil {
		t.Fatal(err)
	}
	want := []CodedSentence{
		{ID: "D-1", Date: "20240407", Text: "Ruritania signed a treaty with Borduria.", Events: []CodedEvent{{"057", "AAA", "BBB"}}},
		{ID: "D-2", Date: "20240407", Text: "It rained.", None: true, Skipped: true},
		{ID: "D-3", Date: "20240407", Text: "RAIN: -- it rained.", Skipped: true},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestReadPetrarchSaysWhatIsWrong(t *testing.T) {
	for name, s := range map[string]string{
		"a sentence within another":        "<Sentence id=\"A\">\n<Text>x</Text>\n<Sentence id=\"B\">",
		"a sentence that never ends":       "<Sentence id=\"A\">\n<Text>x</Text>",
		"a sentence that has no text":      "<Sentence id=\"A\">\n</Sentence>",
		"a byte that belongs to no letter": "<Sentence id=\"\xff\">",
	} {
		if _, err := readPetrarch("records.xml", strings.NewReader(s)); err == nil || !strings.HasPrefix(err.Error(), "records.xml:") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func FuzzReadPetrarch(f *testing.F) {
	f.Add(records)
	f.Fuzz(func(t *testing.T, s string) {
		got, err := readPetrarch("file", strings.NewReader(s))
		located(t, err)
		for _, g := range got {
			if g.Text == "" {
				t.Errorf("sentence %s without text", g.ID)
			}
		}
	})
}
