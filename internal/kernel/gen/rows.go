package main

// rowFunctions writes what is done to rows. Where one instruction set or another has no function here, plain Go serves.
func rowFunctions(isa string) *asm {
	l := &lanes{asm: new(asm), isa: isa}

	l.begin("AddNorm", "x []float32; y []float32; gain []float32; bias []float32; out []int16", "scale")
	l.zero(0)
	l.pass(l.arg["x_len"], func() {
		l.load("x", 2)
		l.op("add", 2, at("y"), 2)
		l.store(2, "x")
		l.op("add", 0, 2, 0)
	}, "x", "y")
	l.normalize()
	l.toInt16()
	l.end()

	l.begin("Norm", "x []float32; gain []float32; bias []float32", "")
	l.zero(0)
	l.pass(l.arg["x_len"], func() { l.op("add", 0, at("x"), 0) }, "x")
	l.normalize()
	l.end()

	l.begin("Quantize", "x []float32; out []int16", "scale")
	l.absMax()
	l.toInt16()
	l.end()

	l.begin("AbsMax", "x []float32", "ret")
	l.absMax()
	l.fold("intMax", 3, 1)
	l.storeLane(3, l.arg["ret"])
	l.end()

	l.begin("Gelu", "x []float32", "")
	l.pass(l.arg["x_len"], l.gelu, "x")
	l.end()

	l.begin("GeluQuantize", "x []float32; out []int16", "scale")
	l.zero(3)
	l.pass(l.arg["x_len"], func() {
		l.gelu()
		l.raiseMax(0)
	}, "x")
	l.toInt16()
	l.end()

	l.begin("ScaleBy", "x []float32; factor float32; out []int16", "")
	l.broadcast(l.arg["factor"], 1)
	l.scaleBy()
	l.end()

	l.softmax()
	return l.asm
}

// raiseMax raises the lanes of register 3 to the magnitudes of v. Of positive floats, the order is that of integers.
func (l *lanes) raiseMax(v int) {
	l.op("and", v, "absMask", v)
	l.op("intMax", 3, v, 3)
}

func (l *lanes) absMax() {
	l.zero(3)
	l.pass(l.arg["x_len"], func() {
		l.load("x", 2)
		l.raiseMax(2)
	}, "x")
}

// normalize is layer norm of x, whose sums are in register 0. It leaves the largest magnitudes in 3.
func (l *lanes) normalize() {
	l.count(5)
	l.fold("add", 0, 2)
	l.op("div", 0, 5, 1)
	l.spread(1)
	l.zero(3)
	l.pass(l.arg["x_len"], func() {
		l.load("x", 2)
		l.op("sub", 2, 1, 2)
		l.op("mul", 2, 2, 2)
		l.op("add", 3, 2, 3)
	}, "x")
	l.fold("add", 3, 2)
	l.op("div", 3, 5, 3)
	l.op("add", 3, "normEpsilon", 3)
	l.op("sqrt", 3, 3)
	l.constant("one", 4)
	l.op("div", 4, 3, 4)
	l.spread(4)
	l.zero(3)
	l.pass(l.arg["x_len"], func() {
		l.load("x", 2)
		l.op("sub", 2, 1, 2)
		l.op("mul", 2, 4, 2)
		l.op("mul", 2, at("gain"), 2)
		l.op("add", 2, at("bias"), 2)
		l.store(2, "x")
		l.raiseMax(2)
	}, "x", "gain", "bias")
}

// toInt16 rounds x into out and returns the scale; the largest magnitudes are in register 3.
func (l *lanes) toInt16() {
	l.fold("intMax", 3, 1)
	l.op("intMax", 3, "minMax", 3)
	l.op("div", 3, "rowMax", 1)
	l.storeLane(1, l.arg["scale"])
	l.constant("rowMax", 1)
	l.op("div", 1, 3, 1)
	l.spread(1)
	l.scaleBy()
}

// scaleBy rounds x, times register 1, into out.
func (l *lanes) scaleBy() {
	l.pass(l.arg["x_len"], func() {
		l.op("mul", 1, at("x"), 2)
		l.op("round", 2, 2)
		l.storeInt16(2, "out")
	}, "x", "out")
}

// polynomial evaluates one in v, from its highest coefficient down.
func (l *lanes) polynomial(result, v int, coefficients ...string) {
	l.op("mul", v, coefficients[0], result)
	l.op("add", result, coefficients[1], result)
	for _, c := range coefficients[2:] {
		l.op("mul", result, v, result)
		l.op("add", result, c, result)
	}
}

// gelu applies GELU to x in place and leaves it in register 0.
func (l *lanes) gelu() {
	l.load("x", 0)
	l.op("min", 0, "geluClamp", 1)
	l.op("max", 1, "geluClampNegative", 1)
	l.op("mul", 1, 1, 2)
	l.polynomial(4, 2, "geluP3", "geluP2", "geluP1", "geluP0")
	l.polynomial(5, 2, "geluQ3", "geluQ2", "geluQ1", "one")
	l.op("mul", 4, 1, 4)
	l.op("div", 4, 5, 4)
	l.op("add", 4, "one", 4)
	l.op("mul", 0, "half", 0)
	l.op("mul", 0, 4, 0)
	l.store(0, "x")
}

// softmax takes three passes over all rows, so that the foldings of different rows overlap. scales holds what a pass
// leaves for the next: a row's maximum, then the factor of its integers.
func (l *lanes) softmax() {
	l.begin("Softmax", "scores []int32; n int; f float32; mask []uint32; out []int16; unit float32; scales []float32", "")

	l.eachRow(1, func(scale string) {
		l.constant("intMin", 0)
		l.pass(l.arg["n"], func() { l.op("intMax", 0, at("scores"), 0) }, "scores")
		l.fold("intMax", 0, 1)
		l.storeLane(0, scale)
	})

	l.broadcast(l.arg["f"], 6)
	l.eachRow(2, func(scale string) {
		l.broadcast(scale, 0)
		l.zero(3)
		l.pass(l.arg["n"], func() {
			l.load("scores", 1)
			l.op("intSub", 1, 0, 1)
			l.op("toFloat", 1, 1)
			l.op("mul", 1, 6, 1)
			l.op("max", 1, "exp2Min", 1)
			l.op("add", 1, "roundMagic", 2)
			l.op("sub", 2, "roundMagic", 4)
			l.op("sub", 1, 4, 1)
			l.polynomial(4, 1, "exp2C5", "exp2C4", "exp2C3", "exp2C2", "exp2C1", "exp2C0")
			l.op("toExponent", 2, 2)
			l.op("intAdd", 4, 2, 4)
			l.op("and", 4, at("mask"), 4)
			l.store(4, "scores")
			l.op("add", 3, 4, 3)
		}, "scores", "mask")
		l.fold("add", 3, 1)
		l.constant("softmaxSum", 1)
		l.op("div", 1, 3, 1)
		l.op("min", 1, "softmaxMax", 1)
		l.storeLane(1, scale)
	})

	l.eachRow(3, func(scale string) {
		l.broadcast(scale, 1)
		l.zero(3)
		l.pass(l.arg["n"], func() {
			l.op("mul", 1, at("scores"), 2)
			l.op("round", 2, 2)
			l.op("intAdd", 3, 2, 3)
			l.storeInt16(2, "out")
		}, "scores", "out")
		l.fold("intAdd", 3, 1)
		l.op("toFloat", 3, 3)
		l.broadcast(l.arg["unit"], 1)
		l.op("div", 1, 3, 1)
		l.storeLane(1, scale)
	})
	l.end()
}
