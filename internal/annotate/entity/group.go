package entity

import "strings"

// IsGroup says whether word is of itself the name of a people, a faith or a
// political allegiance, or the adjective of one: Russian, Muslims, Democrats.
func IsGroup(word string) bool {
	w := strings.ToLower(strings.Trim(word, "'’"))
	if groups[w] {
		return true
	}
	if s, ok := strings.CutSuffix(w, "s"); ok && groups[s] {
		return true
	}
	if i := strings.LastIndexByte(w, '-'); i > 0 {
		return IsGroup(w[i+1:])
	}
	return false
}

var groups = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(groupWords) {
		m[w] = true
	}
	return m
}()

const groupWords = `
afghan african albanian algerian american andorran angolan arab arabian argentine argentinian armenian asian australian austrian azerbaijani azeri bahraini bangladeshi basque belarusian belgian bengali bolivian bosnian brazilian british briton bulgarian burmese cambodian cameroonian canadian catalan caucasian chadian chechen chilean chinese colombian congolese croat croatian cuban cypriot czech dane danish dutch ecuadorian egyptian emirati english englishman eritrean estonian ethiopian eurasian european filipino finn finnish flemish french frenchman gambian georgian german ghanaian greek guatemalan haitian hispanic honduran hungarian icelandic indian indonesian iranian iraqi irish irishman israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean kosovar kurd kurdish kuwaiti kyrgyz latin latino latina latvian lebanese liberian libyan lithuanian macedonian malaysian malian maltese mexican moldovan mongolian montenegrin moroccan namibian nepalese nicaraguan nigerian nigerien norwegian omani ossetian ottoman pakistani palestinian panamanian paraguayan pashtun persian peruvian pole polish portuguese prussian puerto-rican qatari roman romanian rohingya roma russian rwandan saudi scandinavian scot scottish senegalese serb serbian slav slavic slovak slovakian slovene slovenian somali soviet spaniard spanish sudanese swede swedish swiss syrian taiwanese tajik tamil tanzanian tatar thai tibetan tunisian turk turkish turkmen ugandan ukrainian uruguayan uyghur uzbek venezuelan vietnamese welsh yemeni yugoslav zambian zimbabwean
western westerner eastern southerner northerner european eurosceptic eurozone
christian catholic protestant orthodox anglican lutheran methodist baptist presbyterian evangelical mormon muslim islamic islamist sunni shia shiite shi'ite alawite sufi salafi salafist wahhabi jewish jew judaic hindu buddhist sikh druze yazidi zionist atheist
democrat democratic republican gop libertarian tory labourite liberal conservative socialist communist marxist leninist maoist trotskyist fascist nazi neo-nazi social-democratic christian-democratic nationalist populist peronist baathist kemalist gaullist separatist loyalist unionist whig bolshevik anarchist jihadist taliban`
