// Package timex finds expressions of time and says which days they mean.
package timex

import "onrecord/internal/annotate"

// Stage gives timexes.
func Stage() annotate.Stage {
	return annotate.Stage{
		Name: "timex", Version: annotate.Version(1),
		Needs: []annotate.Layer{annotate.LayerBlocks, annotate.LayerTokens, annotate.LayerSentences, annotate.LayerTags},
		Gives: []annotate.Layer{annotate.LayerTimexes}, Apply: apply,
	}
}

func apply(*annotate.Layers) error { return nil }
