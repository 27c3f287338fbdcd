package register_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/register"
)

// read makes a register of one text alone.
func read(text string) (*register.Register, error) {
	return register.Read(register.Source{Name: "own.txt", Data: []byte(text)})
}

func TestMistakesAreTold(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a doubled id", "country a = A\n\ncountry a = B\n", "own.txt:3: doubled id a, already at own.txt:1; "},
		{"an id of two kinds", "country a = A\n\ngroup a\n", "own.txt:3: a is a country at own.txt:1; one id has one kind"},
		{"a doubled key", "country a = A\n  short: B\n  short: C\n", "own.txt:3: doubled key short; "},
		{"an unknown kind", "planet a = A\n  also: B\n", "own.txt:1: unknown kind \"planet\"; "},
		{"an unknown key", "country a = A\n  alias: B\n", "own.txt:2: unknown key \"alias\"; "},
		{"a key of another kind", "country a = A\n  surname: B\n", "own.txt:2: this kind of block has no surname; "},
		{"an unknown role", "country a = A\n\nperson p = P\n  office: tsar | T | a | 2020/.. | s\n", "own.txt:4: unknown role \"tsar\"; "},
		{"an office that ends before it begins", "country a = A\n\nperson p = P\n  office: chief | T | a | 2020/2019 | s\n", "own.txt:4: term 2020/2019 ends before it begins; "},
		{"the same by days", "country a = A\n\nperson p = P\n  office: chief | T | a | 2020-03-02/2020-03-01 | s\n", "own.txt:4: term 2020-03-02/2020-03-01 ends before it begins; "},
		{"a term that is no date", "country a = A\n\nperson p = P\n  office: chief | T | a | soon | s\n", "own.txt:4: term \"soon\" is no EDTF interval; "},
		{"a day that does not exist", "country a = A\n\nperson p = P\n  office: chief | T | a | 2019-02-30/.. | s\n", "own.txt:4: term \"2019-02-30/..\" is no EDTF interval; "},
		{"an office with too few parts", "country a = A\n\nperson p = P\n  office: chief | T | a | 2020/..\n", "own.txt:4: the office has not five parts; "},
		{"an office with too many parts", "country a = A\n\nperson p = P\n  office: chief | T | a | 2020/.. | s | x\n", "own.txt:4: the office has not five parts; "},
		{"an office of nobody known", "person p = P\n  office: chief | T | a | 2020/.. | s\n", "own.txt:2: of: no actor has the id \"a\"; "},
		{"a member that is not known", "group g = G\n  members: a 2020/..\n", "own.txt:2: members: no actor has the id \"a\"; "},
		{"a member that is no country", "group g = G\n  members: h 2020/..\n\ngroup h = H\n", "own.txt:2: members: h is no country but a group; "},
		{"a member without a term", "country a = A\n\ngroup g = G\n  members: a\n", "own.txt:4: the term is missing; "},
		{"a part of nothing known", "group g = G\n  part: h\n", "own.txt:2: part: no actor has the id \"h\"; "},
		{"a part of itself", "group g = G\n  part: h\n\ngroup h = H\n  part: g\n", "own.txt:1: g is part of itself; "},
		{"an id that is no slug", "country A_b = A\n", "own.txt:1: \"A_b\" is no id; "},
		{"an id with two hyphens", "country a--b = A\n", "own.txt:1: \"a--b\" is no id; "},
		{"no name behind the sign", "country a =\n", "own.txt:1: a has no name; "},
		{"no name anywhere", "country a\n  also: B\n", "own.txt:1: a has no name anywhere; "},
		{"malformed codes", "country a = A\n  codes: AAAA\n", "own.txt:2: code \"AAAA\" is malformed; "},
		{"malformed Wikidata id", "country a = A\n  codes: Q01\n", "own.txt:2: code \"Q01\" is malformed; "},
		{"a line outside a block", "  also: B\n", "own.txt:1: \"also: B\" stands in no block; "},
		{"a line without a colon", "country a = A\n  also B\n", "own.txt:2: \"also B\" has no colon; "},
		{"a key without a value", "country a = A\n  also:\n", "own.txt:2: also has no value; "},
		{"an empty value", "country a = A\n  also: B,,C\n", "own.txt:2: an empty value between commas; "},
		{"an unknown gender", "person p = P\n  gender: x\n", "own.txt:2: unknown gender \"x\"; "},
		{"bytes that are no UTF-8", "country a = A\n  also: \xff\n", "own.txt:2: no UTF-8; "},
		{"an organ of no name", "organ army\n", "own.txt:1: no organ is called army; "},
		{"a role that there is not", "role tsar\n", "own.txt:1: unknown role \"tsar\"; "},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := read(c.text)
			if err == nil {
				t.Fatal("no error")
			}
			if first, _, _ := strings.Cut(err.Error(), "\n"); !strings.HasPrefix(first, c.want) {
				t.Errorf("got  %s\nwant %s…", first, c.want)
			}
		})
	}
}

func TestAllMistakesAreTold(t *testing.T) {
	_, err := read("country a = A\n  alias: B\n  codes: 7\n\ngroup g = G\n  part: h\n")
	if err == nil || strings.Count(err.Error(), "\n") != 2 {
		t.Errorf("not three mistakes: %v", err)
	}
}

func TestRead(t *testing.T) {
	r, err := read("\ufeff# a comment\r\n" +
		"person p\r\n  office: chief leader | Chair | g | 2020/2021-06 | a list # of its own\r\n\r\n" +
		"person p = Ada Moreau\r\n  also: A. Moreau\r\n  gender: female\r\n  codes: Q7\r\n\r\n" +
		"organization g = Lake Board\r\n  short: LB\r\n  outlet: yes\r\n")
	if err != nil {
		t.Fatal(err)
	}
	p := r.Actor("p")
	got := []string{p.Name, p.Wikidata, p.Position.String(), r.Actor("g").Position.String()}
	if d := cmp.Diff([]string{"Ada Moreau", "Q7", "own.txt:5", "own.txt:10"}, got); d != "" {
		t.Error(d)
	}
	want := []register.Tenure{{Person: "p", Title: "Chair", Role: "chief", Roles: []register.Role{"chief", "leader"}, Of: "g", Term: "2020/2021-06", Source: "a list"}}
	if d := cmp.Diff(want, r.Offices("p")); d != "" {
		t.Error(d)
	}
	if p.Gender != register.Female || !r.Actor("g").Outlet {
		t.Error("gender or outlet is lost")
	}
}

func TestDigestFollowsContents(t *testing.T) {
	a, _ := read("country a = A\n")
	b, _ := read("country a = B\n")
	c, _ := read("country a = A\n")
	if a.Digest() == b.Digest() || a.Digest() != c.Digest() || len(a.Digest()) != 8 {
		t.Errorf("digests %s, %s, %s", a.Digest(), b.Digest(), c.Digest())
	}
}

func FuzzRead(f *testing.F) {
	f.Add("country a = A\n  also: B, C\n  codes: AA AAA Q1\n  members: a\n")
	f.Add("person p = P\n  office: chief | T | a | 2020/.. | s\n\ncountry a = A\n")
	f.Add("organ army = Army of\n  called: army\n\ncountry a = A\n  adjective: Aish\n  seat: Hall\n\ncountry a-army\n")
	f.Add("group g = the G\n  short: G.\n  part: g\n  fights: g\n")
	f.Add("role chief = x\n  called: head\n# c\n\ufeff\r\n\xff")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := read(text)
		if err != nil {
			for line := range strings.Lines(err.Error()) {
				if !strings.HasPrefix(line, "own.txt:") {
					t.Errorf("no place in %q", line)
				}
			}
			return
		}
		words := strings.Fields(text)
		for i := range words {
			if n, entries := r.Match(words, i); i+n > len(words) || (n > 0) != (len(entries) > 0) {
				t.Errorf("%d words at %d of %d, %d entries", n, i, len(words), len(entries))
			}
		}
		for a := range r.Actors {
			r.PartOf(a.ID)
			r.Find(a.Name, "2020")
			r.Members(a.ID, "2020")
			r.OfficesOn(a.ID, "2020")
		}
	})
}
