package huoshui.dossier.city;

import huoshui.kernel.AsOf;

/** Units and posts at any clocks. 机构环境（各时） */
interface SurroundingsAt {

    Surroundings at(AsOf at);

    /** Number of the last act that changed anything of it. */
    long version();
}
