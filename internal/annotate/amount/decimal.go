package amount

import (
	"math/big"
	"strings"
)

// digits is how many significant digits a value keeps that no decimal is equal
// to: "two thirds".
const digits = 15

// decimal writes x as an exact decimal without useless zeros, or, where there
// is none or a very long one, rounds it to 15 significant digits.
//
//	5/2 → 2.5    2/3 → 0.666666666666667
func decimal(x *big.Rat) string {
	if x.IsInt() {
		return x.Num().String()
	}
	n, exact := x.FloatPrec()
	if exact && n <= maxScale {
		return x.FloatString(n)
	}
	return trimZeros(x.FloatString(digits - magnitude(x)))
}

// magnitude is how many digits x has before the point: 0 for 0.5, -1 for 0.05.
func magnitude(x *big.Rat) int {
	whole := new(big.Int).Quo(new(big.Int).Abs(x.Num()), x.Denom())
	if whole.Sign() != 0 {
		return min(len(whole.String()), digits)
	}
	n := 0
	ten, small, one := big.NewRat(10, 1), new(big.Rat).Abs(x), big.NewRat(1, 1)
	for small.Mul(small, ten); small.Cmp(one) < 0 && n > -digits; n-- {
		small.Mul(small, ten)
	}
	return n
}

// trimZeros leaves out the zeros at the end of a fraction.
func trimZeros(s string) string {
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// Shift moves the point of a decimal: value times 10 to the power of places.
// What is no decimal comes back as it is.
//
//	Shift("50", -2) = "0.5"    Shift("1.25", 9) = "1250000000"
func Shift(value string, places int) string {
	x, ok := new(big.Rat).SetString(value)
	if !ok || places == 0 || places > maxScale || places < -maxScale {
		return value
	}
	return decimal(scaled(x, places))
}

// maxScale bounds powers of ten, so that no text makes a number of a million
// digits.
const maxScale = 36

// scaled returns x times 10 to the power of places; x itself for none.
func scaled(x *big.Rat, places int) *big.Rat {
	if places == 0 {
		return x
	}
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(places, -places))), nil)
	f := new(big.Rat).SetInt(p)
	if places < 0 {
		f.Inv(f)
	}
	return new(big.Rat).Mul(x, f)
}
