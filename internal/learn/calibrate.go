package learn

import "onrecord/internal/kernel"

// sharpness are the factors that are tried for values before they become
// probabilities.
var sharpness = []float32{0.25, 0.35, 0.5, 0.7, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 5, 6, 8, 11, 16}

// softmax makes probabilities of values, in place.
func softmax(values []float32, sharp float32) {
	for i := range values {
		values[i] *= sharp
	}
	all := kernel.LogSumExp(values)
	for i := range values {
		values[i] = kernel.Exp(values[i] - all)
	}
}

// calibrate returns the factor with the least log loss on values that were not
// trained on (Guo et al. 2017). truth is the class of each row; rows of another
// class than those known, -1, are passed over.
func calibrate(values [][]float32, truth []int) float32 {
	best, least := float32(2), float32(-1)
	row := []float32{}
	for _, s := range sharpness {
		var loss float32
		n := 0
		for i, v := range values {
			if truth[i] < 0 {
				continue
			}
			row = append(row[:0], v...)
			for j := range row {
				row[j] *= s
			}
			loss += kernel.LogSumExp(row) - row[truth[i]]
			n++
		}
		if n > 0 && (least < 0 || loss < least) {
			best, least = s, loss
		}
	}
	return best
}

// calibrationError is the expected calibration error over ten bins of equal
// width: how far the scores of the first answers are, on average, from how
// often these are right.
func calibrationError(scores []float32, right []bool) float32 {
	var sum, hit [10]float32
	for i, s := range scores {
		b := min(int(s*10), 9)
		sum[b] += s
		if right[i] {
			hit[b]++
		}
	}
	var all float32
	for b := range sum {
		all += max(sum[b]-hit[b], hit[b]-sum[b])
	}
	return all / float32(max(len(scores), 1))
}
