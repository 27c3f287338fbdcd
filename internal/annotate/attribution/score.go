package attribution

import "onrecord/internal/kernel"

// Cues are surer than they are right, so the logarithm of the odds is scaled and
// shifted (Platt, 1999; fitted to the 2,025 relations found on PolNeAR dev,
// whether each is right as the PolNeAR scorer has it). Both belong to the weights
// and are fitted anew with them: docs/accuracy.md says how and how well.
const (
	oddsScale = 0.725
	oddsShift = 0.005
)

// calibrated returns how likely an attribution is right whose cue has the
// probability p.
//
//	0.60 → 0.57    0.93 → 0.87    0.995 → 0.98
func calibrated(p float32) float32 {
	p = max(1e-4, min(1-1e-4, p))
	odds := kernel.Log(p / (1 - p))
	return kernel.Sigmoid(float32(oddsScale*odds) + oddsShift)
}
