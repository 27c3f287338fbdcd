package block

import "strings"

// agencies are the names that stand in datelines, wire tags and bylines, with
// the name of the outlet that each means.
var agencies = table(`
AP = AP
Associated Press = AP
The Associated Press = AP
Reuters = Reuters
Thomson Reuters = Reuters
Thomson Reuters Foundation = Thomson Reuters Foundation
AFP = AFP
Agence France-Presse = AFP
Agence France Presse = AFP
UPI = UPI
United Press International = UPI
dpa = dpa
DPA = dpa
dpa-AFX = dpa-AFX
ANSA = ANSA
EFE = EFE
APA = APA
Belga = Belga
CTK = CTK
ČTK = CTK
MTI = MTI
PAP = PAP
STT = STT
TT = TT
NTB = NTB
Ritzau = Ritzau
ANP = ANP
Lusa = Lusa
AGERPRES = AGERPRES
BTA = BTA
Tanjug = Tanjug
Beta = Beta
HINA = HINA
TASS = TASS
ITAR-TASS = TASS
RIA = RIA Novosti
RIA Novosti = RIA Novosti
Sputnik = Sputnik
Interfax = Interfax
Interfax-Ukraine = Interfax-Ukraine
Ukrinform = Ukrinform
UNIAN = UNIAN
BelTA = BelTA
Xinhua = Xinhua
Kyodo = Kyodo
Kyodo News = Kyodo
Jiji Press = Jiji Press
Yonhap = Yonhap
KCNA = KCNA
CNA = CNA
PTI = PTI
ANI = ANI
IANS = IANS
APP = APP
Antara = Antara
Bernama = Bernama
VNA = VNA
Anadolu = Anadolu
Anadolu Agency = Anadolu
AA = Anadolu
IRNA = IRNA
ISNA = ISNA
Tasnim = Tasnim
SANA = SANA
SPA = SPA
WAM = WAM
KUNA = KUNA
QNA = QNA
MENA = MENA
MENAFN = MENAFN
NAN = NAN
AAP = AAP
CP = The Canadian Press
Canadian Press = The Canadian Press
The Canadian Press = The Canadian Press
PA = PA Media
PA Media = PA Media
Press Association = PA Media
RFE/RL = RFE/RL
VOA = VOA
DW = DW
BBC = BBC
BBC News = BBC
CNN = CNN
CNBC = CNBC
Al Jazeera = Al Jazeera
Euronews = Euronews
Bloomberg = Bloomberg
Bloomberg News = Bloomberg
TNS = Tribune News Service
Tribune News Service = Tribune News Service
PRNewswire = PR Newswire
PR Newswire = PR Newswire
BUSINESS WIRE = Business Wire
Business Wire = Business Wire
GLOBE NEWSWIRE = GlobeNewswire
GlobeNewswire = GlobeNewswire
USA TODAY = USA TODAY
`)

func table(s string) map[string]string {
	m := map[string]string{}
	for _, l := range strings.Split(strings.TrimSpace(s), "\n") {
		name, outlet, _ := strings.Cut(l, " = ")
		m[name] = outlet
		m[strings.ToUpper(name)] = outlet
	}
	return m
}

// agencyOf returns the outlet that s names, with or without a desk or a second
// name behind it ("MENAFN- Gulf Desk", "Reuters Breakingviews").
func agencyOf(s string) string {
	s = strings.TrimSpace(s)
	if a := agencies[s]; a != "" {
		return a
	}
	for i, r := range s {
		if r == '-' || r == '–' || r == '—' || r == ',' || r == '|' || r == '/' {
			if a := agencies[strings.TrimSpace(s[:i])]; a != "" {
				return a
			}
		}
	}
	return ""
}
