package register_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

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
