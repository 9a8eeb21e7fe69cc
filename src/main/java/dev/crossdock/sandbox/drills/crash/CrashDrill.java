package dev.crossdock.sandbox.drills.crash;

import dev.crossdock.sandbox.drills.crash.Plan.Chapter;
import dev.crossdock.sandbox.drills.crash.Plan.Moment;
import dev.crossdock.sandbox.drills.intake.Databases;
import dev.crossdock.sandbox.drills.kit.Drill;
import dev.crossdock.sandbox.drills.kit.DrillArguments;
import dev.crossdock.sandbox.drills.kit.DrillResult;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An installation is killed, cut off, frozen, filled up and set to another time, again and again while orders come in;
 * each time everything that was accepted must be there once, and the books must agree.
 */
public final class CrashDrill implements Drill {

  private static final int FAULTS_USUAL = 42;

  private final Databases databases;

  public CrashDrill(Databases databases) {
    this.databases = databases;
  }

  @Override
  public String name() {
    return "crash";
  }

  @Override
  public String purpose() {
    return "kills, cuts, freezes and a full disk under load: nothing accepted is lost, doubled, oversold or unsent";
  }

  @Override
  public DrillResult run(DrillArguments arguments, PrintStream out, InstantSource time) throws InterruptedException {
    if (arguments.url() != null) {
      return DrillResult.of(name()).missed("this drill kills the installation, so it takes none by --url").build();
    }
    long seed = arguments.seed();
    DrillArguments.Breaking breaking = arguments.breaking();
    if (breaking.quick() && breaking.faults().isPresent()) {
      return DrillResult.of(name()).missed("the quick form has its own faults, so it takes no --faults").build();
    }
    Plan plan = breaking.quick() ? Plan.quick(seed) : Plan.of(breaking.faults().orElse(FAULTS_USUAL), seed);
    out.println("  seed " + seed);
    Report report = new Report(seed);
    long begin = System.nanoTime();
    for (Chapter chapter : plan.chapters()) {
      switch (chapter.housing()) {
        case SMALL_DISK -> {
          if (World.hasSmallDisk()) {
            run(chapter, plan, report, time, out);
          } else {
            report.skipped(chapter.moments(), "only root can mount a small disk to fill");
          }
        }
        case APART, AS_INSTALLED -> run(chapter, plan, report, time, out);
      }
    }
    return report.result(out, Duration.ofNanos(System.nanoTime() - begin));
  }

  private void run(Chapter chapter, Plan plan, Report report, InstantSource time, PrintStream out)
      throws InterruptedException {
    out.println("  putting up an installation, " + chapter.housing().words());
    try (World world = World.open(chapter.housing(), databases, plan, time)) {
      Siege siege = new Siege(world);
      List<Moment> moments = possible(chapter.moments(), world, report);
      for (int n = 0; n < moments.size(); n++) {
        Fault fault = moments.get(n).fault();
        Optional<Duration> recovery = siege.suffer(moments.get(n));
        report.add(fault, recovery);
        out.println("  " + Report.line(fault, recovery));
        boolean last = n == moments.size() - 1 || recovery.isEmpty();
        boolean clean = !last && !plan.reckonsEachTime() || isClean(siege.reckon(), world, report, out);
        if (last || !clean) {
          break;
        }
      }
      report.chapterEnds();
    }
  }

  private static boolean isClean(Aftermath found, World world, Report report, PrintStream out) {
    report.add(found);
    out.println("  " + Report.line(found));
    if (!found.isClean()) {
      found.words().forEach(word -> out.println("    " + word));
      world.keep(out);
    }
    return found.isClean();
  }

  private static List<Moment> possible(List<Moment> moments, World world, Report report) throws InterruptedException {
    List<Moment> possible = new ArrayList<>(moments);
    if (world.clock().isEmpty()) {
      leaveOut(Fault.Setting.OWN_CLOCK, "setting a clock takes the library libfaketime, which this system has not",
          possible, report);
    }
    if (has(Fault.Setting.LOOKED_INTO, possible) && !FailingDisk.canBePlayed(world.postmaster())) {
      leaveOut(Fault.Setting.LOOKED_INTO, "a failing disk takes strace, and leave to look into PostgreSQL with it",
          possible, report);
    }
    return possible;
  }

  private static boolean has(Fault.Setting setting, List<Moment> moments) {
    return moments.stream().anyMatch(moment -> moment.fault().setting() == setting);
  }

  private static void leaveOut(Fault.Setting setting, String why, List<Moment> possible, Report report) {
    List<Moment> out = possible.stream().filter(moment -> moment.fault().setting() == setting).toList();
    possible.removeAll(out);
    report.skipped(out, why);
  }
}
