package dev.crossdock.routing.policies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a merchant's policy.
 *
 * @param version counts from 1; a number is never given twice
 * @param content JSON; of a draft that is not finished as it was given, else in its one form
 * @param basedOn the version it began as
 * @param revision counts the changes of a draft, from 1
 * @param author who made it: a sign-in name or an API key's id
 * @param createdAt null for the one that comes with the house
 * @param canaryPercent for how many of a hundred orders it decides while it is a canary
 */
public record PolicyVersion(
    int version,
    PolicyState state,
    String name,
    String content,
    @Nullable Integer basedOn,
    int revision,
    String author,
    String comment,
    @Nullable Instant createdAt,
    @Nullable Activation activation,
    int canaryPercent) {

  /**
   * When it began to decide.
   *
   * @param override who let it pass although a guard objected; null when none did
   */
  public record Activation(Instant at, String by, @Nullable Override override) {}

  /** A named person's word against a guard's. */
  public record Override(String by, String reason) {}

  PolicyVersion in(PolicyState other) {
    return new PolicyVersion(
        version, other, name, content, basedOn, revision, author, comment, createdAt, activation, 0);
  }

  PolicyVersion canary(int percent) {
    return new PolicyVersion(
        version, PolicyState.CANARY, name, content, basedOn, revision, author, comment, createdAt, activation, percent);
  }

  PolicyVersion activated(Activation now) {
    return new PolicyVersion(
        version, PolicyState.ACTIVE, name, content, basedOn, revision, author, comment, createdAt, now, 0);
  }

  PolicyVersion saying(String otherName, String otherContent, String otherComment) {
    return new PolicyVersion(
        version, state, otherName, otherContent, basedOn, revision + 1, author, otherComment, createdAt, activation,
        canaryPercent);
  }
}
