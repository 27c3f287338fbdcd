package timex

// unit is a length of time that has a name, from the shortest to the longest.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	dayUnit
	weekend
	week
	fortnight
	month
	quarter
	season
	half
	year
	decade
	century
)

// unitNames are the names by which words.txt calls the units.
var unitNames = map[string]unit{
	"second": second, "minute": minute, "hour": hour, "day": dayUnit, "weekend": weekend, "week": week, "fortnight": fortnight,
	"month": month, "quarter": quarter, "year": year, "decade": decade, "century": century,
}

// days returns how many days a unit has, 0 where that differs or is less than
// one.
func (u unit) days() int {
	switch u {
	case dayUnit:
		return 1
	case week, weekend:
		return 7
	case fortnight:
		return 14
	}
	return 0
}

// months returns how many months a unit has, 0 for shorter ones.
func (u unit) months() int {
	switch u {
	case month:
		return 1
	case quarter, season:
		return 3
	case half:
		return 6
	case year:
		return 12
	case decade:
		return 120
	case century:
		return 1200
	}
	return 0
}

// around returns the period of the calendar with unit u that holds d, first and
// last day. The period of a day or less is the day itself; that of a weekend is
// the one at the end of the week.
func (u unit) around(d day) (from, to day) {
	y, m, _ := d.date()
	switch u {
	case weekend:
		return d.monday() + 5, d.monday() + 6
	case week:
		return d.monday(), d.monday() + 6
	case fortnight:
		return d.monday(), d.monday() + 13
	case month, quarter, half:
		n := u.months()
		first := (m-1)/n*n + 1
		return midnight(y, first, 1), midnight(y, first+n, 1) - 1
	case season:
		first := m / 3 * 3 // December belongs to the winter that follows
		return midnight(y, first, 1), midnight(y, first+3, 1) - 1
	case year, decade, century:
		n := u.months() / 12
		first := y / n * n
		return midnight(first, 1, 1), midnight(first+n, 1, 1) - 1
	}
	return d, d
}
