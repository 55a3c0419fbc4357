package huoshui.dossier.city;

import huoshui.kernel.AsOf;

/** Units and posts at any clocks. 机构环境（各时） */
interface SurroundingsAt {

    /** Equal to the one for other clocks of the same day as long as nothing there has changed. */
    Surroundings at(AsOf at);
}
