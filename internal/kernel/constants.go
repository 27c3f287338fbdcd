package kernel

// The numbers below, to the bit, are part of the engine: with others, every document is read a little differently.
// The generator of the assembly reads them from this file.

const (
	// roundMagic is 1.5·2²³. Added to x, |x| < 2²², it leaves x rounded to the nearest integer, ties to even, in the
	// low bits of the sum, as every float32 in that range is an integer.
	roundMagic float32 = 12582912

	// rowMax is the largest magnitude in a quantized row: 11 bits and a sign, so that sums of [MaxWidth] products with
	// int8 fit in an int32.
	rowMax float32 = 2047

	// attentionMax is the same for queries, keys and values: sums over 64 columns of products of two such, and the
	// difference of two of those sums, fit in an int32.
	attentionMax float32 = 4095

	// minMax stands for the largest magnitude where that is smaller, so that a row of zeros has a scale.
	minMax float32 = 1e-30

	// normEpsilon is added to the variance in layer norm. It is BERT's.
	normEpsilon float32 = 1e-12

	// softmaxMax is the largest integer probability.
	softmaxMax float32 = 32767

	// softmaxSum is what a row of integer probabilities sums up to unless softmaxMax prevents it. Times attentionMax it
	// is 2.09e9, just within an int32.
	softmaxSum float32 = 510000
)

// exp2 approximates 2^r on |r| ≤ ½ by the polynomial of degree 5 that is minimax in relative error (Remez exchange:
// 7e-8), with the constant rounded to 1 so that exp2(0) is 1. With rounding its error is below 2.3e-7.
const (
	exp2C0 float32 = 1
	exp2C1 float32 = 0.6931469670652652
	exp2C2 float32 = 0.2402211972396913
	exp2C3 float32 = 0.05550713272875276
	exp2C4 float32 = 0.00967554133102361
	exp2C5 float32 = 0.0013276472167834048

	// exp2Min bounds the exponent from below: 2^-100 is a normal number, and times any factor that softmax uses it
	// rounds to 0.
	exp2Min float32 = -100
)

// GELU takes erf(x/√2) to be x·P(x²)/Q(x²), with P of degree 3 and Q = 1 + … of degree 3: the rational function that
// is minimax on |x| ≤ geluClamp for the error times x, which is what counts in GELU. (Sanathanan and Koerner's
// linearized least squares, reweighted by Lawson's iteration, over 600 Chebyshev nodes: 2.2e-6.) With rounding GELU's
// error is below 3e-6 on |x| ≤ 4.5. The usual form with tanh is off by 5e-4.
const (
	geluP0 float32 = 0.7978622116203989
	geluP1 float32 = 0.0549052244066107
	geluP2 float32 = 0.007656805775544128
	geluP3 float32 = 6.638624922764647e-05
	geluQ1 float32 = 0.23544796306143884
	geluQ2 float32 = 0.02383179765783415
	geluQ3 float32 = 0.0011636943199204693

	// geluClamp is 3.2·√2. Beyond it erf(x/√2) is within 6e-6 of ±1 and taken to be constant, so the error of GELU
	// grows with x, to 2.6e-5 at 10.
	geluClamp float32 = 4.525483399593905
)
