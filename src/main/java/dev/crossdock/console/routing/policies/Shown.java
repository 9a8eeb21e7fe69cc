package dev.crossdock.console.routing.policies;

import dev.crossdock.routing.policies.PolicyVersion;
import dev.crossdock.routing.reach.Reach;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to be shown of a version.
 *
 * @param json what the version says, or what somebody typed
 * @param open the number of the open rule, from 0
 * @param seen the revision on which what is shown is based
 * @param saved whether what is shown is kept
 * @param mistake why what was typed was not kept; null for nothing
 * @param over the revision somebody else wrote meanwhile; null for none
 * @param focus the id of what is to have the focus, or a JSON pointer in the open rule; null for whatever has it
 * @param tried what it would decide on one order
 * @param reach how many orders each rule meets; null where nobody counted
 */
record Shown(
    PolicyVersion version, ObjectNode json, String comment, int open, int seen, boolean saved, String key,
    @Nullable String mistake, @Nullable Integer over, @Nullable String focus, TriedView tried,
    @Nullable Reach reach) {

  /** A version as it is kept. */
  static Shown of(PolicyVersion version, int open, String key) {
    return new Shown(
        version, PolicyPage.content(version), version.comment(), open, version.revision(), true, key, null, null, null,
        TriedView.NOTHING, null);
  }

  /** What somebody typed; it may be what is kept already. */
  static Shown typed(PolicyVersion version, Typed typed, Typed.Edited edited, boolean saved, String key) {
    return new Shown(
        version, edited.json(), typed.comment(), edited.open(), typed.seen(), saved, key, null, null, null,
        TriedView.NOTHING, null);
  }

  /** Why it was not kept; the next sending is based on what is there now. */
  Shown refused(String why, @Nullable Integer revision) {
    return new Shown(
        version, json, comment, open, version.revision(), false, key, why, revision, focus, tried, reach);
  }

  Shown at(@Nullable String place) {
    return new Shown(version, json, comment, open, seen, saved, key, mistake, over, place, tried, reach);
  }

  Shown tried(TriedView decided) {
    return new Shown(version, json, comment, open, seen, saved, key, mistake, over, focus, decided, reach);
  }

  Shown counted(@Nullable Reach counts) {
    return new Shown(version, json, comment, open, seen, saved, key, mistake, over, focus, tried, counts);
  }
}
