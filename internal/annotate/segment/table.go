package segment

import "strings"

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	clitics       = []string{"s", "re", "ve", "ll", "d", "m"}
	emoticons     = []string{":-)", ":)", ":-(", ":(", ";-)", ";)", ":D", ":P", "<3"}
	prefixes      = set("e co non pre post re anti pro semi multi mid ex un sub counter inter intra extra ultra micro mini over under bi tri neo pseudo quasi al el x")
	currencyCodes = set("USD EUR GBP RUB UAH JPY CNY CHF CAD AUD INR SEK NOK DKK PLN CZK HUF TRY ILS KRW BRL ZAR")
	domains       = set("com org net gov edu mil int info eu uk de fr ru ua us tv io co")
	abbreviations = set(`Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Maj Capt Cmdr Adm Rev Hon Fr St Ste Jr Sr
Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
Inc Corp Co Ltd Bros No Nos vs v etc al Ave Blvd Rd Mt Ft Dept Univ Assn Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev
Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo Ph.D approx est min max fig vol pp p ed eds cf Amb Supt Insp Det Pfc Pvt Cpl Atty`)
	fused = map[string]int{"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "dunno": 2}
)
