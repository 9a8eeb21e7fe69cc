package dev.crossdock.sandbox.drills.crash;

import dev.crossdock.sandbox.drills.crash.Fault.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is done when, chapter by chapter, and to how much; the same seed makes the same plan. */
record Plan(long seed, Scale scale, List<Chapter> chapters) {

  private static final int LOAD_MILLIS_MIN = 200;
  private static final int LOAD_MILLIS_MAX = 2_000;
  /** From so many faults on it is no quick look: installations with their own PostgreSQL, as most are, come too. */
  private static final int AS_INSTALLED_FROM = 20;
  private static final List<Fault> QUICK =
      List.of(Fault.DATABASE_KILLED, Fault.CONNECTIONS_CUT, Fault.ANSWER_LOST);

  Plan {
    chapters = List.copyOf(chapters);
  }

  /** An installation of its own, and what it suffers. */
  record Chapter(Housing housing, List<Moment> moments) {

    Chapter {
      moments = List.copyOf(moments);
    }
  }

  /** How an installation is put up. */
  enum Housing {
    /** The node starts its own PostgreSQL. */
    AS_INSTALLED("with its own PostgreSQL"),
    /** PostgreSQL runs apart, behind a proxy. */
    APART("with PostgreSQL apart"),
    /** Apart, and on a small disk. */
    SMALL_DISK("with PostgreSQL apart on a small disk");

    private final String words;

    Housing(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * One fault.
   *
   * @param load for how long orders come before
   */
  record Moment(Fault fault, Duration load) {}

  /**
   * Some that are over at once, in any order, and the death of the node as the last: one that starts takes back what it
   * had leased, so that nobody waits for a lease to end.
   */
  static Plan quick(long seed) {
    Random random = new Random(seed);
    List<Moment> moments = new ArrayList<>();
    QUICK.forEach(fault -> moments.add(moment(fault, random)));
    Collections.shuffle(moments, random);
    moments.add(moment(Fault.NODE_KILLED, random));
    return new Plan(seed, Scale.QUICK, List.of(new Chapter(Housing.APART, moments)));
  }

  /** So many faults; each kind comes before any comes again, in the order in which they are declared. */
  static Plan of(int faults, long seed) {
    Random random = new Random(seed);
    List<Fault> kinds = List.of(Fault.values());
    List<Moment> asInstalled = new ArrayList<>();
    List<Moment> apart = new ArrayList<>();
    List<Moment> smallDisk = new ArrayList<>();
    for (int n = 0; n < faults; n++) {
      Fault fault = kinds.get(n % kinds.size());
      Moment moment = moment(fault, random);
      boolean oddRound = n / kinds.size() % 2 == 1;
      if (fault.setting() == Setting.SMALL_DISK) {
        smallDisk.add(moment);
      } else if (fault.setting() == Setting.EITHER && oddRound && faults >= AS_INSTALLED_FROM) {
        asInstalled.add(moment);
      } else {
        apart.add(moment);
      }
    }
    List<Chapter> chapters = new ArrayList<>();
    add(chapters, Housing.APART, apart, random);
    add(chapters, Housing.AS_INSTALLED, asInstalled, random);
    add(chapters, Housing.SMALL_DISK, smallDisk, random);
    return new Plan(seed, Scale.USUAL, chapters);
  }

  /** Whether everything is accounted for after each fault; of a few faults, once after the last is soon enough. */
  boolean reckonsEachTime() {
    return chapters.stream().mapToInt(chapter -> chapter.moments().size()).sum() >= AS_INSTALLED_FROM;
  }

  private static Moment moment(Fault fault, Random random) {
    return new Moment(
        fault, Duration.ofMillis(LOAD_MILLIS_MIN + random.nextInt(LOAD_MILLIS_MAX - LOAD_MILLIS_MIN)));
  }

  private static void add(List<Chapter> chapters, Housing housing, List<Moment> moments, Random random) {
    if (!moments.isEmpty()) {
      Collections.shuffle(moments, random);
      chapters.add(new Chapter(housing, moments));
    }
  }
}
