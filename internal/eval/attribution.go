package eval

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"onrecord/internal/export/brat"
	"onrecord/internal/gold"
)

// AttributionReport is how well attributions were found. Its JSON has the
// figures of the PolNeAR scorer under the same names, and the intervals.
type AttributionReport struct {
	Documents int `json:"documents"`
	Missing   int `json:"missing_predictions"`

	// Words that carry the label in any attribution, and the three together.
	Source  Score `json:"token_source"`
	Cue     Score `json:"token_cue"`
	Content Score `json:"token_content"`
	Micro   Score `json:"token_micro"`

	// Whole attributions. One counts when one gold attribution, one to one,
	// has a cue that shares a word (or both have none), and a source and a
	// content whose words each have Dice ≥ 0.5 with it; an absent source fits
	// only an absent one. Strict: when all three have the same words.
	Relation Score `json:"relation"`
	Strict   Score `json:"strict"`
}

// Attribution has read find the attributions of every article and scores them.
func Attribution(articles []gold.Article, read ReadText) (*AttributionReport, error) {
	predicted := map[string][]gold.Attribution{}
	for _, a := range articles {
		passages, err := read(a.Text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.Name, err)
		}
		predicted[a.Name] = brat.FromLayers(passages)
	}
	return ScoreAttribution(articles, predicted), nil
}

// ScoreAttribution scores predicted attributions, by the name of the article.
// An article without an entry has a prediction missing, and none found.
func ScoreAttribution(articles []gold.Article, predicted map[string][]gold.Attribution) *AttributionReport {
	r := &AttributionReport{Documents: len(articles)}
	var s sample
	for _, a := range articles {
		p, ok := predicted[a.Name]
		if !ok {
			r.Missing++
		}
		tokens := scoredTokens(a.Text)
		s = append(s, attributionCounts(covered(p, tokens), covered(a.Attributions, tokens)))
	}
	r.Source, r.Cue, r.Content, r.Micro, r.Relation, r.Strict = s.score(0), s.score(1), s.score(2), s.score(3), s.score(4), s.score(5)
	return r
}

// Write prints the figures in columns.
func (r *AttributionReport) Write(w io.Writer) error {
	return writeRows(w, fmt.Sprintf("attribution: %d documents, %d without a prediction", r.Documents, r.Missing), r.rows())
}

// Values returns F1 by the name of the figure.
func (r *AttributionReport) Values() map[string]float64 { return values(r.rows()) }

func (r *AttributionReport) rows() []row {
	return []row{
		{"token_source", r.Source},
		{"token_cue", r.Cue},
		{"token_content", r.Content},
		{"token_micro", r.Micro},
		{"relation", r.Relation},
		{"strict", r.Strict},
	}
}

// relation is an attribution as sets of tokens.
type relation struct{ source, cue, content tokenSet }

// covered lists the tokens of each attribution. One whose cue and content have
// no token (a cue that is only a dash, say, without content) is left out.
func covered(attributions []gold.Attribution, tokens tokenList) []relation {
	var out []relation
	for _, a := range attributions {
		r := relation{tokens.under(a.Source), tokens.under(a.Cue), tokens.under(a.Content)}
		if len(r.cue)+len(r.content) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// attributionCounts counts one article, in the order of the report's figures.
func attributionCounts(pred, gold []relation) []counts {
	labels := []func(relation) tokenSet{
		func(r relation) tokenSet { return r.source },
		func(r relation) tokenSet { return r.cue },
		func(r relation) tokenSet { return r.content },
	}
	var out []counts
	var micro counts
	for _, label := range labels {
		p, g := union(pred, label), union(gold, label)
		c := counts{right: p.shared(g), pred: len(p), gold: len(g)}
		out = append(out, c)
		micro.add(c)
	}
	out = append(out, micro)
	for _, fits := range []func(p, g relation) bool{relation.fits, relation.equals} {
		out = append(out, counts{right: matched(pred, gold, fits), pred: len(pred), gold: len(gold)})
	}
	return out
}

func union(rs []relation, label func(relation) tokenSet) tokenSet {
	var all tokenSet
	for _, r := range rs {
		all = append(all, label(r)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// matched pairs predicted with gold attributions one to one, greedily: of the
// pairs that fit, the one with the highest sum of Dice first, and of equal ones
// the later. It returns the number of pairs.
func matched(pred, gold []relation, fits func(p, g relation) bool) int {
	type pair struct {
		score float64
		i, j  int
	}
	var pairs []pair
	for i, p := range pred {
		for j, g := range gold {
			if fits(p, g) {
				pairs = append(pairs, pair{dice(p.content, g.content) + dice(p.source, g.source) + dice(p.cue, g.cue), i, j})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.score, a.score), b.i-a.i, b.j-a.j)
	})
	n := 0
	usedPred, usedGold := make([]bool, len(pred)), make([]bool, len(gold))
	for _, p := range pairs {
		if !usedPred[p.i] && !usedGold[p.j] {
			usedPred[p.i], usedGold[p.j] = true, true
			n++
		}
	}
	return n
}

func (p relation) fits(g relation) bool {
	cue := p.cue.shared(g.cue) > 0
	if len(g.cue) == 0 { // only a dash or a colon
		cue = len(p.cue) == 0
	}
	return cue && dice(p.content, g.content) >= .5 && dice(p.source, g.source) >= .5
}

func (p relation) equals(g relation) bool {
	return slices.Equal(p.source, g.source) && slices.Equal(p.cue, g.cue) && slices.Equal(p.content, g.content)
}

// dice is twice what two sets share over what they hold; 1 for two empty sets.
func dice(a, b tokenSet) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	return float64(2*a.shared(b)) / float64(len(a)+len(b))
}
