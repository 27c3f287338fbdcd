package gold

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/text"
)

// reader is one of the readers, with what it read thrown away.
type reader func(name string, r io.Reader) error

func dropping[T any](read func(name string, r io.Reader) (T, error)) reader {
	return func(name string, r io.Reader) error {
		_, err := read(name, r)
		return err
	}
}

func TestReadBrat(t *testing.T) {
	const file = "\ufeffT1\tContent 20 30;0 9\tthe ferry … was late\r\n" +
		"T2\tCue 10 14\tsaid\r\n" +
		"T3\tSource 15 19\tAnna\r\n" +
		"T4\tAttribution 10 14\tsaid\r\n" +
		"T5\tContent 40 50\tand that\r\n" +
		"Those words go on here.\r\n" +
		"E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3 Content2:T5\r\n" +
		"E2\tAttribution:T4 Source:T3\r\n" +
		"#1\tAnnotatorNotes E1\tsure\r\n"
	got, err := ReadBrat("ferry.ann", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	want := []Attribution{{
		Source:  []text.Span{{Start: 15, End: 19}},
		Cue:     []text.Span{{Start: 10, End: 14}},
		Content: []text.Span{{Start: 0, End: 9}, {Start: 20, End: 30}, {Start: 40, End: 50}},
	}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

const fused = "# newdoc id = harbor\n" +
	"# newpar id = harbor-p1\n" +
	"# sent_id = harbor-1\n" +
	"# text = She cannot = \"wait\".\n" +
	"1\tShe\tshe\tPRON\tPRP\t_\t4\tnsubj:outer\t_\t_\n" +
	"2-3\tcannot\t_\t_\t_\t_\t_\t_\t_\t_\n" +
	"2\tcan\tcan\tAUX\tMD\t_\t4\taux\t_\t_\n" +
	"3\tnot\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n" +
	"3.1\tever\tever\tADV\tRB\t_\t_\t_\t4:advmod\t_\n" +
	"4\twait\twait\tVERB\tVB\t_\t0\troot\t_\tCorrectSpaceAfter=No|SpaceAfter=No\n" +
	"5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tCorrectSpaceAfter=No\n" +
	"\n" +
	"# text = Go.\n" +
	"1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n"

func TestReadCoNLLU(t *testing.T) {
	got, err := ReadCoNLLU("harbor.conllu", strings.NewReader(fused))
	if err != nil {
		t.Fatal(err)
	}
	want := []Sentence{
		{
			ID: "harbor-1", Text: "She cannot = \"wait\".", NewPar: true, NewDoc: true, Document: "harbor",
			Words: []Word{
				{Form: "She", Lemma: "she", UPOS: "PRON", Head: 3, Relation: "nsubj:outer", SpaceAfter: true},
				{Form: "can", Lemma: "can", UPOS: "AUX", Head: 3, Relation: "aux"},
				{Form: "not", Lemma: "not", UPOS: "PART", Head: 3, Relation: "advmod", SpaceAfter: true},
				{Form: "wait", Lemma: "wait", UPOS: "VERB", Head: -1, Relation: "root"},
				{Form: ".", Lemma: ".", UPOS: "PUNCT", Head: 3, Relation: "punct", SpaceAfter: true},
			},
			Fused: []Fused{{First: 1, End: 3, Form: "cannot"}},
		},
		{
			Text: "Go.", Document: "harbor",
			Words: []Word{{Form: "Go", Lemma: "go", UPOS: "VERB", Head: -1, Relation: "root", SpaceAfter: true}},
		},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if r := Plain(got[0].Words[0].Relation); r != "nsubj" {
		t.Errorf("Plain = %q", r)
	}
}

func TestDocuments(t *testing.T) {
	s := func(newDoc bool) Sentence { return Sentence{NewDoc: newDoc} }
	for _, c := range []struct {
		name string
		in   []Sentence
		want []int // sentences a document
	}{
		{"none", nil, nil},
		{"one without a name", []Sentence{s(false), s(false)}, []int{2}},
		{"three", []Sentence{s(true), s(true), s(false), s(true)}, []int{1, 2, 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []int
			for _, d := range Documents(c.in) {
				got = append(got, len(d))
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestReadBIO(t *testing.T) {
	got, err := ReadBIO("names", strings.NewReader("-DOCSTART- -X- O O\n\nMayor\tO\nAnna\tB-politician\nBerg\tI-politician\n\n\nOslo NNP I-LOC"))
	if err != nil {
		t.Fatal(err)
	}
	want := []Labeled{
		{[]string{"Mayor", "Anna", "Berg"}, []string{"O", "B-politician", "I-politician"}},
		{[]string{"Oslo"}, []string{"I-LOC"}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// silver is a silver file of one article. Its third word is a number sign.
const silver = "#DOC\tharbor_news_4e07.ann\n" +
	"#REL\t0\t1\t2\n" +
	"Anna\tAnna\tNNP\tPERSON\t2\tnsubj\t0\t4\t0\tS\t0\n" +
	"spoke\tspeak\tVBD\tO\t0\troot\t5\t10\t0\tQ\t0\n" +
	"#\t#\t#\tO\t2\tdep\t10\t11\t0\tO\t-1\n\n"

func TestReadSilver(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.WriteString(z, silver); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := readSilver("silver", &b)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]SilverWord{"harbor_news": {
		{text.Span{Start: 0, End: 4}, "PERSON"}, {text.Span{Start: 5, End: 10}, "O"}, {text.Span{Start: 10, End: 11}, "O"},
	}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// chains has a mention of three words that holds one of one word without
// number, an apposition, a pronoun, and a bridging link that is no identity.
const chains = "#FORMAT=WebAnno TSV 3.2\n\n#Text=The mayor of Oslo spoke . She left .\n" +
	"1-1\t0-3\tThe\tperson[1]\tnew[1]\t_\t_\t_\tana\t2-1[0_1]\t\n" +
	"1-2\t4-9\tmayor\tperson[1]\tnew[1]\t_\t_\t_\t_\t_\t\n" +
	"1-3\t10-12\tof\tperson[1]\tnew[1]\t_\t_\t_\t_\t_\t\n" +
	"1-4\t13-17\tOslo\tperson[1]|place\tnew[1]|new\t_\t_\t_\tbridge\t2-2[2_0]\t\n" +
	"1-5\t18-23\tspoke\t_\t_\t_\t_\t_\t_\t_\t\n\n" +
	"2-1\t26-29\tShe\tperson\tgiv\t_\t_\t_\tappos\t2-2[2_0]\t\n" +
	"2-2\t30-34\tAnna\tperson[2]\tgiv[2]\t_\t_\t_\t_\t_\t\n"

func TestReadWebAnno(t *testing.T) {
	got, err := readWebAnno("harbor.tsv", strings.NewReader(chains))
	if err != nil {
		t.Fatal(err)
	}
	want := Chains{
		Words: []string{"The", "mayor", "of", "Oslo", "spoke", "She", "Anna"},
		Mentions: []Mention{
			{First: 0, End: 4, Kind: "person", Chain: 0},
			{First: 3, End: 4, Kind: "place", Chain: 1},
			{First: 5, End: 6, Kind: "person", Chain: 0},
			{First: 6, End: 7, Kind: "person", Chain: 0},
		},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestReadPairs(t *testing.T) {
	const file = "The [harbor board] praised [Anna Berg].\tharbor board\tAnna Berg\t1\n" +
		"\"[Oslo] called it \"\"a [Bergen] matter\"\".\"\tOslo\tBergen\t4\n" +
		"[a] and [b] and [c]\ta\tb\t0\n" +
		"x] [a] [b]\ta\tb\t0\n" +
		"[[a] b] [c]\ta\tb\t0\n"
	got, err := readPairs("pairs", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	want := []Pair{
		{Text: "The harbor board praised Anna Berg.", A: text.Span{Start: 4, End: 16}, B: text.Span{Start: 25, End: 34}, Label: 1},
		{Text: `Oslo called it "a Bergen matter".`, A: text.Span{Start: 0, End: 4}, B: text.Span{Start: 18, End: 24}, Label: 4},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestReadSplits(t *testing.T) {
	got, err := readSplits("splits.md", strings.NewReader("# Splits\n\n## dev\n  * harbor\n  * mill\n## test\n* bridge\n"))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(map[string][]string{"dev": {"harbor", "mill"}, "test": {"bridge"}}, got); d != "" {
		t.Error(d)
	}
}

func TestErrorsNameTheLine(t *testing.T) {
	word := func(id, head string) string { return id + "\tx\tx\tX\tX\t_\t" + head + "\tdep\t_\t_\n" }
	for _, c := range []struct {
		name, in string
		read     reader
		want     string
	}{
		{"offsets that are no numbers", "T1\tCue 1 x\ty", dropping(ReadBrat), `f:1: offsets "1 x" are not`},
		{"offsets backwards", "\nT1\tCue 4 2\ty", dropping(ReadBrat), `f:2: offsets "4 2" are not`},
		{"no such T line", "T1\tCue 1 2\ty\nE1\tCue:T1 Source:T7\nE2\tCue:T1\n", dropping(ReadBrat), `f:2: Source names "T7"`},
		{"not UTF-8", "T1\tCue 1 2\ty\rT2\tCue 1 2\t\xff", dropping(ReadBrat), "f:2: not UTF-8"},
		{"too few columns", word("1", "0") + "2\tx\n", dropping(ReadCoNLLU), "f:2: 2 columns instead of 10"},
		{"a word left out", word("1", "0") + word("3", "1"), dropping(ReadCoNLLU), `f:2: word number "3" where 2 is due`},
		{"head outside", word("1", "4") + word("2", "0") + "\n" + word("1", "0"), dropping(ReadCoNLLU), "f:1: word 1 has the head 4, but its sentence has 2 words"},
		{"head of itself", word("1", "1"), dropping(ReadCoNLLU), `f:1: word 1 cannot have the head "1"`},
		{"no head", word("1", "_"), dropping(ReadCoNLLU), `f:1: word 1 cannot have the head "_"`},
		{"an empty word", "1\t\tx\tX\tX\t_\t0\tdep\t_\t_\n", dropping(ReadCoNLLU), "f:1: word 1 is empty"},
		{"multiword token in the wrong place", word("2-3", "_"), dropping(ReadCoNLLU), "f:1: multiword token 2-3 where one from 1 is due"},
		{"multiword token cut short", word("1-2", "_") + word("1", "0") + "\n", dropping(ReadCoNLLU), `f:3: the sentence ends inside the multiword token "x"`},
		{"no label", "Anna\n", dropping(ReadBIO), `f:1: "Anna" has no label`},
		{"label of another scheme", "Anna S-PER\n", dropping(ReadBIO), `f:1: label "S-PER" is none of`},
		{"silver word before an article", strings.SplitAfterN(silver, "\n", 3)[2], dropping(readSilverText), "f:1: a word before the first #DOC"},
		{"silver article twice", silver + silver, dropping(readSilverText), "f:7: article \"harbor_news\" for the second time"},
		{"silver columns", "#DOC\ta_1234.ann\nx\ty\n", dropping(readSilverText), "f:2: 2 columns instead of 11"},
		{"silver words out of order", silver + "x\tx\tNN\tO\t1\tdep\t3\t4\t0\tO\t-1", dropping(readSilverText), `f:7: the word from "3" to "4" does not follow one that ends at 11`},
		{"silver that is not gzipped", silver, dropping(readSilver), "f: gzip: invalid header"},
		{"WebAnno columns", "#FORMAT\n1-1\tx\n", dropping(readWebAnno), "f:2: 2 columns instead of 10"},
		{"WebAnno relation to nowhere", "1-1\t0-1\tx\tperson\t_\t_\t_\t_\tcoref\t9-9\n", dropping(readWebAnno), "f:1: a relation of mentions 9-9 and 1-1"},
		{"WebAnno targets", "1-1\t0-1\tx\tperson\t_\t_\t_\t_\tcoref\t9-9|8-8\n", dropping(readWebAnno), "f:1: 1 relations with 2 targets"},
		{"pair columns", "[a] [b]\n", dropping(readPairs), "f:1: 1 columns instead of 4"},
		{"pair label", "[a] [b]\ta\tb\t5\n", dropping(readPairs), `f:1: label "5" is none of 0 to 4`},
		{"split without heading", "\n* harbor\n", dropping(readSplits), `f:2: document "harbor" stands before`},
		{"endless line", strings.Repeat("x", maxLine+2), dropping(ReadBIO), "f:1: a line of more than 16777216 bytes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := c.read("f", strings.NewReader(c.in))
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("got error %v, want one that begins %q", err, c.want)
			}
		})
	}
}
