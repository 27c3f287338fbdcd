package kernel

import "golang.org/x/sys/cpu"

var avx2 = &Kernel{
	name:         "avx2",
	narrow:       avx2Narrow,
	wide:         avx2Wide,
	addNorm:      avx2AddNorm,
	norm:         avx2Norm,
	quantize:     avx2Quantize,
	gelu:         avx2Gelu,
	geluQuantize: avx2GeluQuantize,
	absMax:       avx2AbsMax,
	scaleBy:      avx2ScaleBy,
	softmax:      avx2Softmax,
	transpose:    avx2Transpose,
	interleave:   avx2Interleave,
	widen:        avx2Widen,
}

var vnni = &Kernel{
	name:         "vnni",
	narrow:       vnniNarrow,
	wide:         vnniWide,
	addNorm:      vnniAddNorm,
	norm:         vnniNorm,
	quantize:     vnniQuantize,
	gelu:         vnniGelu,
	geluQuantize: vnniGeluQuantize,
	absMax:       vnniAbsMax,
	scaleBy:      vnniScaleBy,
	softmax:      vnniSoftmax,
	transpose:    avx2Transpose,
	interleave:   avx2Interleave,
	widen:        avx2Widen,
}

// native lists the assembly kernels of this CPU, best first. Package cpu asks the operating system as well as the
// CPU: without support for the wide registers it leaves these flags unset.
func native() []*Kernel {
	var list []*Kernel
	x := &cpu.X86
	if x.HasAVX512F && x.HasAVX512BW && x.HasAVX512DQ && x.HasAVX512VL && x.HasAVX512VNNI {
		list = append(list, vnni)
	}
	if x.HasAVX2 {
		list = append(list, avx2)
	}
	return list
}
