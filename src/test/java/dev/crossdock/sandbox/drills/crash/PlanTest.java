package dev.crossdock.sandbox.drills.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.sandbox.drills.crash.Plan.Housing;
import dev.crossdock.sandbox.drills.crash.Plan.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final int KINDS = Fault.values().length;

  @Test
  void isTheSameForTheSameSeedAndAnotherForAnother() {
    assertThat(Plan.of(40, 7)).isEqualTo(Plan.of(40, 7)).isNotEqualTo(Plan.of(40, 8));
  }

  @Test
  void bringsEachKindBeforeAnyComesAgain() {
    assertThat(faults(Plan.of(KINDS, 1))).containsExactlyInAnyOrder(Fault.values());
    assertThat(faults(Plan.of(3, 1)))
        .containsExactlyInAnyOrder(Fault.NODE_KILLED, Fault.DATABASE_KILLED, Fault.CONNECTIONS_CUT);
  }

  @Test
  void putsEachFaultWhereItCanHappen() {
    for (Plan.Chapter chapter : Plan.of(3 * KINDS, 5).chapters()) {
      assertThat(chapter.moments())
          .allSatisfy(
              moment ->
                  assertThat(
                          switch (moment.fault().setting()) {
                            case EITHER -> chapter.housing() != Housing.SMALL_DISK;
                            case APART, OWN_CLOCK, LOOKED_INTO -> chapter.housing() == Housing.APART;
                            case SMALL_DISK -> chapter.housing() == Housing.SMALL_DISK;
                          })
                      .as("%s %s", chapter.housing(), moment)
                      .isTrue());
    }
  }

  @Test
  void looksAtAnInstallationWithItsOwnDatabaseWhenThereIsTime() {
    assertThat(Plan.of(3 * KINDS, 5).chapters()).extracting(Plan.Chapter::housing).contains(Housing.AS_INSTALLED);
    assertThat(Plan.of(5, 5).chapters()).extracting(Plan.Chapter::housing).containsExactly(Housing.APART);
  }

  private static List<Fault> faults(Plan plan) {
    return plan.chapters().stream().flatMap(chapter -> chapter.moments().stream()).map(Moment::fault).toList();
  }
}
