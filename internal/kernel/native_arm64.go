package kernel

var neon = &Kernel{
	name:         "neon",
	narrow:       neonNarrow,
	wide:         neonWide,
	addNorm:      neonAddNorm,
	norm:         neonNorm,
	quantize:     neonQuantize,
	gelu:         neonGelu,
	geluQuantize: neonGeluQuantize,
	absMax:       neonAbsMax,
	scaleBy:      neonScaleBy,
	softmax:      neonSoftmax,
	transpose:    plainTranspose,
	interleave:   plainInterleave,
}

// native lists the assembly kernels of this CPU. Every arm64 CPU that Go runs on has NEON.
func native() []*Kernel { return []*Kernel{neon} }
