"""The company of words that decides whether a noun names a weapon where it stands."""

from __future__ import annotations

from newspkg.extract.weapons.words import word_set

AIR_WAR = word_set(
    """bomb bombed bombing bombs dropped drop strike strikes struck airstrike airstrikes scrambled scramble sortie sorties squadron pilot
    pilots airfield airbase airspace airfields warplane warplanes missile missiles shot downed raid raids raided overflew overhead
    strafed strafing air military force enemy regime junta war navy carrier intercepted intercept hangars patrol released
    destroyed combat squadrons sukhoi mig"""
)
CIVIL_AIR = word_set(
    """passenger passengers airline airlines airliner airliners boeing 737 777 airbus commercial ticket runway crew-member tourist
    hijacked hijackers"""
)
FLYING = word_set(
    """scrambled flew fly flying screamed overhead sortie sorties squadron squadrons pilot pilots airfield airbase intercepted intercept
    jet jets sky skies took takeoff"""
)
GASSED = word_set("use used using uses attack attacks attacked gassed weapon weapons regime enemy banned warheads bombs shells civilians")
INDUSTRY = word_set("factory plant plants industry industrial company companies fire leak farm farmers cleaning products export exports")
FUEL = word_set("fuel oil petrol diesel gasoline depot refinery storage terminal kerosene crude gas reservoir")
ARMOUR = word_set(
    """armoured armored infantry column troops soldiers crew turret division battalion guns anti leopard abrams howitzers artillery rolled
    tracks armour armor vehicles rebels insurgents missile destroyed knocked captured"""
)
HEAVY = word_set("artillery howitzer howitzers shell shells gunners calibre caliber mortar mortars battery batteries barrels")
LIGHT = word_set(
    """rifle rifles pistol pistols shotgun handgun handguns gunman gunmen robber robbers smuggled smuggling machine machetes knives drew
    pulled pointed waving holding police gang gangs ak bullets"""
)
SEA = word_set(
    """navy naval fleet sea ship ships sunk sank missile missiles strait gulf flotilla warship warships sailors crew port shipyard
    carrier helicopters frigate waters destroyers guided drill drills coast"""
)
BLAST = word_set(
    """explode exploded explodes exploding explosion detonated detonate detonates detonating blast blasts went off blew planted killed
    bomb bombs bomber hidden defused disposal"""
)
MINING = word_set(
    """laid lay laying explode exploded exploding explosion detonated defused defuse clear clearing clearance cleared demining deminers
    sappers stepped blast blew trap traps sea naval minesweeper hit struck planted soldiers troops unexploded ordnance anti tank
    personnel minefields mined"""
)
EXPLOSIVE = word_set(
    """packed laden planted detonated detonate detonating filled kg kilograms kilos tonnes tons pounds rigged loaded carrying carried
    hidden strapped exploded seized stash cache bomb vest car truck device devices blew dropped using"""
)
PLANTED = word_set(
    """planted hidden hid exploded explode detonated detonate detonator market bus mosque church roadside suicide defused disposal
    restaurant left crowd parked vest luggage bag backpack scooter motorcycle remote remotely rigged assassinated placed attached
    concealed"""
)
DROPPED = word_set(
    """dropped drop drops dropping aircraft jet jets plane planes warplane warplanes air helicopter helicopters drones drone quadcopter
    quadcopters ton tonne pound pounds aerial flattened crater rained tonnes bombers kilogram released quadcopters"""
)
DECOYS = word_set("drone drones uav uavs shahed missile missiles")
TORPEDO = word_set(
    """submarine navy ship sunk sank naval fired frigate military army troops soldiers forces front battlefield brigade robot robots
    weapon weapons drones"""
)
FOLLOWERS = {
    "missile": word_set("crisis"),
    "nuclear weapon": word_set("treaty"),
    "tank": word_set("top tops farm"),
    "rocket": word_set("lab scientist science engine engines fuel stage league"),
    "gun": word_set("control lobby laws law owner owners violence rights shop show metal"),
    "bomb": word_set("threat threats scare shelter shelters disposal squad cyclone hoax"),
    "shell": word_set("company companies plc suit oil game out shock ltd"),
    "mortar": word_set("board"),
    "aircraft": word_set("carrier carriers maker manufacturer"),
    "jet": word_set("lag ski stream fuel set engine"),
    "plane": word_set("tickets ticket crash"),
    "fighter": word_set("wing wings squadron squadrons pilot pilots group regiment command"),
    "bomber": word_set("wing wings squadron squadrons pilot pilots crews command"),
    "mine": word_set("shaft shafts worker workers owner operator site pit"),
    "drone": word_set("footage show photography delivery deliveries light operator operators pilot pilots"),
    "uav": word_set("operator operators pilot pilots"),
    "radar": word_set("screen screens"),
    "submarine": word_set("cable cables"),
    "sub": word_set("saharan"),
    "carrier": word_set("pigeon bag"),
    "armour": word_set("plating"),
    "helicopter": word_set("parenting money"),
    "destroyer": word_set("of"),
    "explosive": word_set("growth situation device devices expert experts"),
}
BEFORE = {
    "drone": word_set("anti counter ground"),
    "ied": word_set("counter anti"),
    "uav": word_set("counter anti"),
    "gun": word_set("top jumped jumping under young son drone"),
    "missile": word_set("anti"),
    "tank": word_set("anti think fuel"),
    "bomb": word_set("f photo"),
    "rifle": word_set(""),
    "shell": word_set("royal in its"),
    "mortar": word_set("and"),
    "jet": word_set("ski new york"),
    "bomber": word_set("suicide female unabomber"),
    "round": word_set(""),
    "uas": word_set(""),
    "decoy": word_set("a"),
    "rocket": word_set("sky"),
    "grenade": word_set(""),
}
PROPER = word_set("rocket shell jet tank bomber mine gun fighter radar armour mortar pistol grenade rifle")
