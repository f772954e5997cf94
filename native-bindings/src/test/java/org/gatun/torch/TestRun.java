package org.gatun.torch;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.PrintWriter;
import java.util.Locale;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * {@code TestRun [CLASSES]}: the tests of the bindings without Maven, those whose class matches a regular expression, or all. The last
 * line says what came of it; the exit status is 1 if a test failed.
 */
final class TestRun {

    private TestRun() {}

    public static void main(String[] args) {
        String classes = args.length > 0 ? args[0] : ".*Test";
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectPackage("org.gatun.torch"))
                        .filters(includeClassNamePatterns(classes))
                        .build(),
                listener);
        TestExecutionSummary summary = listener.getSummary();
        summary.printFailuresTo(new PrintWriter(System.out, true), 5);
        long skipped = summary.getTestsSkippedCount() + summary.getTestsAbortedCount();
        System.out.printf(
                Locale.ROOT,
                "%d passed, %d failed, %d left out%n",
                summary.getTestsSucceededCount(),
                summary.getTotalFailureCount(),
                skipped);
        System.exit(summary.getTotalFailureCount() == 0 && summary.getTestsSucceededCount() > 0 ? 0 : 1);
    }
}
