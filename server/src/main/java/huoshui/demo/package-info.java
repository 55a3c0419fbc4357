/**
 * Demo 示例市: the fictional city 澜江市, made from a seed and brought in through the same doors as a real one.
 *
 * <p>Words: city 示例市, life 一个人的经历推演, seat 席位, hole 档案缺项.
 * <p>Starts at {@link DemoCity}, which makes a {@link City}; {@link DemoPackages} writes it as packages others send.
 * <p>Not here: any person or place that exists, any direct writing to the database, any rule of promotion (the simulation
 * only has to be plausible).
 */
@ApplicationModule(
        displayName = "Demo 示例市",
        allowedDependencies = {
            "kernel",
            "access",
            "org",
            "org :: fact",
            "dossier",
            "dossier :: fact",
            "assessment",
            "interchange",
            "interchange :: form",
            "interchange :: general"
        })
@NullMarked
package huoshui.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
