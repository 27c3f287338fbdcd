// Package amount finds sums of money, counted things and other numbers.
package amount

import "onrecord/internal/annotate"

// Stage gives amounts and numbers.
func Stage() annotate.Stage {
	return annotate.Stage{
		Name: "amount", Version: annotate.Version(1),
		Needs: []annotate.Layer{annotate.LayerTokens, annotate.LayerSentences, annotate.LayerTags, annotate.LayerTree, annotate.LayerTimexes},
		Gives: []annotate.Layer{annotate.LayerAmounts, annotate.LayerNumbers}, Apply: apply,
	}
}

func apply(*annotate.Layers) error { return nil }
