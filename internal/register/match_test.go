package register_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"onrecord/internal/register"
)

func TestMatchLooksBack(t *testing.T) {
	r := load(t)
	for _, c := range []struct {
		name, words string
		at, n       int
	}{
		{"behind its article", "the West said", 1, 1},
		{"without its article", "in West said", 1, 0},
		{"inside a name that is nobody's", "in New Jersey today", 2, 0},
		{"inside a people that is another", "many African - Americans", 3, 0},
		{"beside a name that is nobody's", "in New Jersey Ukraine said", 3, 1},
		{"inside the name of a sea", "the South China Sea", 2, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if n, _ := r.Match(strings.Fields(c.words), c.at); n != c.n {
				t.Errorf("%d words, want %d", n, c.n)
			}
		})
	}
}

func TestMatch(t *testing.T) {
	r := load(t)
	for _, c := range []struct{ name, words, want string }{
		{"a country", "Ukraine said", "1 ukraine canonical"},
		{"a country in a headline", "UKRAINE SAID", "1 ukraine canonical"},
		{"a country without its capital is none", "turkey dinner", "0"},
		{"an older name", "Burma said", "1 myanmar variant"},
		{"an abbreviation", "US troops", "2 united-states-armed-forces name"},
		{"an abbreviation with periods", "U.S. officials", "1 united-states short"},
		{"a pronoun is no abbreviation", "us all", "0"},
		{"an abbreviation in other letters", "Us all", "0"},
		{"a name with a hyphen cut into three", "Guinea - Bissau said", "3 guinea-bissau name"},
		{"diacritics are optional", "Cote d’ Ivoire", "3 ivory-coast variant"},
		{"two words that only sound like one", "I ran away", "0"},
		{"an adjective", "Ukrainian grain", "1 ukraine adjective"},
		{"a people", "Ukrainians fled", "1 ukraine people"},
		{"a capital", "Kiev said", "1 ukraine capital"},
		{"a seat stands for the government", "Kremlin said", "1 russia-government seat"},
		{"an organ by adjective", "Ukrainian parliament voted", "2 ukraine-parliament name"},
		{"an organ by possessive", "Ukraine ’s armed forces said", "4 ukraine-armed-forces name"},
		{"an organ by of", "government of Ukraine", "3 ukraine-government name"},
		{"two countries with one adjective", "Congolese army", "2 congo-armed-forces name drc-armed-forces name"},
		{"a state that holds a country's name", "New Jersey", "0"},
		{"a name that needs its article", "West Virginia", "0"},
		{"a company that holds a country's name", "American Airlines said", "0"},
		{"a name of two words begins with its capital", "state Department", "0"},
		{"an outlet's name needs all its capitals", "Russia today", "1 russia name"},
		{"and has them in a headline", "RUSSIA TODAY SAID", "2 rt variant"},
		{"and may go on without", "State department", "2 united-states-foreign-ministry variant"},
		{"the people of a group", "Hamas militants said", "2 hamas name"},
		{"the people of a country are not the country", "Qatari militants", "1 qatar adjective"},
		{"a name without a capital", "eurozone ministers", "1 eurozone name"},
		{"an organ's noun with a hyphen", "Sudan ’s military - led government", "1 sudan name"},
		{"a group's noun with a hyphen", "Houthi rebel - held port", "1 houthis adjective"},
		{"a junta is a government", "Malian junta", "2 mali-government name"},
		{"an organ's noun alone is nobody", "government forces", "0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, entries := r.Match(strings.Fields(c.words), 0)
			got := []string{string(rune('0' + n))}
			for _, e := range entries {
				got = append(got, string(e.Actor.ID), e.Use.String())
			}
			if d := cmp.Diff(strings.ReplaceAll(c.want, "canonical", "name"), strings.Join(got, " ")); d != "" {
				t.Error(d)
			}
		})
	}
}

// tokens cuts a name as the words of a text are cut: hyphens are words, and
// what follows an apostrophe that ends a French article.
func tokens(name string) []string {
	return strings.Fields(strings.NewReplacer("-", " - ", "d'I", "d' I", "'s ", " 's ", "’s ", " ’s ").Replace(name + " "))
}

// TestMatchFindsEveryName cuts names into words in any way and puts them
// between others.
func TestMatchFindsEveryName(t *testing.T) {
	r := load(t)
	var names []register.Name
	for a := range r.Actors {
		if a.Position.File != "" {
			names = append(names, a.Names...)
		}
	}
	around := []string{"said", "of", "the", ",", "-", "Monday", "and", "’s", "."}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SampledFrom(names).Draw(t, "name")
		text := n.Text
		if n.Use != register.Short && rapid.Bool().Draw(t, "headline") {
			text = strings.ToUpper(text)
		}
		words := strings.Fields(text)
		if rapid.Bool().Draw(t, "cut") {
			words = tokens(text)
		}
		before := rapid.SliceOf(rapid.SampledFrom(around)).Draw(t, "before")
		after := rapid.SliceOf(rapid.SampledFrom(around)).Draw(t, "after")
		at := len(before)
		if strings.EqualFold(words[0], "the") {
			at++
		}
		all := slices.Concat(before, words, after)
		m, entries := r.Match(all, at)
		if m < len(before)+len(words)-at || len(entries) == 0 {
			t.Errorf("%q: %d words at %d", all, m, at)
		}
	})
}

func TestMatchAllocatesNothing(t *testing.T) {
	r := load(t)
	words := strings.Fields("The Ukrainian parliament said on Monday that NATO’s chief , Jens Stoltenberg , had met the government of Côte d’Ivoire in Kyiv , US officials said .")
	r.Match(words, 0)
	allocs := testing.AllocsPerRun(10, func() {
		for i := range words {
			r.Match(words, i)
		}
	})
	if allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func BenchmarkMatch(b *testing.B) {
	r := load(b)
	words := strings.Fields("The Ukrainian parliament said on Monday that NATO ’s chief , Jens Stoltenberg , had met the government of Ivory Coast in Kyiv , where US officials of the International Monetary Fund and others were seen with the president after a long day of talks .")
	r.Match(words, 0)
	b.ReportAllocs()
	for b.Loop() {
		for i := range words {
			r.Match(words, i)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/word")
}
