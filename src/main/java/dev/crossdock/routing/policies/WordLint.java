package dev.crossdock.routing.policies;

import static dev.crossdock.routing.policies.PolicyLint.said;

import dev.crossdock.inventory.Location;
import dev.crossdock.routing.conditions.Condition;
import dev.crossdock.routing.conditions.Field;
import dev.crossdock.routing.conditions.Names;
import dev.crossdock.routing.conditions.Op;
import dev.crossdock.routing.conditions.Proofs;
import dev.crossdock.routing.criteria.Criteria;
import dev.crossdock.routing.criteria.Criterion;
import dev.crossdock.routing.criteria.Description;
import dev.crossdock.routing.engine.Objective;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.policies.Policy.Rule;
import dev.crossdock.routing.policies.Surroundings.Known;
import dev.crossdock.routing.policies.Surroundings.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a rule calls by a name that nothing has. */
final class WordLint {

  private final Rule rule;
  private final String pointer;
  private final Known known;
  private final List<Finding> findings;

  WordLint(Rule rule, String pointer, Known known, List<Finding> findings) {
    this.rule = rule;
    this.pointer = pointer;
    this.known = known;
    this.findings = findings;
  }

  void find() {
    int before = findings.size();
    asked(Field.CHANNEL, known.channels(), "unknown-channel", "no account of the channel ");
    asked(Field.ACCOUNT, known.accounts(), "unknown-account", "no channel account ");
    if (findings.size() == before) {
      accounts();
    }
    Set<String> codes = known.locations().stream().map(Location::code).collect(Collectors.toSet());
    asked(Field.PICKUP_AT, codes, "unknown-location", "no location ");
    asked(Field.LAST_LOCATION, codes, "unknown-location", "no location ");
    Names.told(rule.when(), Field.SKUS, pointer + "/when").stream()
        .filter(named -> known.unknownSkus().contains(named.word()))
        .forEach(named -> missing("unknown-sku", named, "no SKU "));
    known.words().ifPresent(words -> {
      asked(Field.ITEM_TAGS, words.itemTags(), "unknown-item-tag", "no item is tagged ");
      asked(Field.HAZMAT_CLASSES, words.hazmat(), "unknown-class", "no item is of the class ");
    });
    criteria().forEach(this::criterion);
  }

  /** Channels and accounts that are all there, and never together. */
  private void accounts() {
    List<Condition> pairs = new ArrayList<>();
    known.accountsOf().forEach((channel, accounts) -> accounts.forEach(account -> pairs.add(
        new Condition.All(List.of(is(Field.CHANNEL, channel), is(Field.ACCOUNT, account))))));
    if (!pairs.isEmpty() && !Proofs.neverMatches(rule.when())
        && Proofs.neverMatches(new Condition.All(List.of(rule.when(), new Condition.Any(pairs))))) {
      findings.add(Finding.warning(
          "no-such-account", pointer + "/when",
          said(rule) + " matches no order of the channel accounts that are there: none of them is on that channel."));
    }
  }

  private static Condition is(Field field, String word) {
    return new Condition.Test(field, Op.IS, List.of(word), "");
  }

  private void asked(Field field, Set<String> there, String code, String what) {
    Names.told(rule.when(), field, pointer + "/when").stream()
        .filter(named -> !there.contains(named.word()))
        .forEach(named -> missing(code, named, what));
  }

  private void missing(String code, Names.Named named, String what) {
    findings.add(Finding.warning(
        code, named.pointer(),
        said(rule) + " asks for something that is not there: " + what + named.word() + "."));
  }

  /** The rule's filters and ratings, by where they stand. */
  private Map<String, Criterion> criteria() {
    Map<String, Criterion> criteria = new LinkedHashMap<>();
    for (int i = 0; i < rule.then().filters().size(); i++) {
      criteria.put(pointer + "/filters/" + i, rule.then().filters().get(i));
    }
    switch (rule.then().objective()) {
      case Objective.InTurn(List<Objective.Step> steps) -> {
        for (int i = 0; i < steps.size(); i++) {
          criteria.put(pointer + "/prefer/inTurn/" + i + "/rating", steps.get(i).rating());
        }
      }
      case Objective.InMoney(List<Objective.Weight> weights) -> {
        for (int i = 0; i < weights.size(); i++) {
          criteria.put(pointer + "/prefer/inMoney/" + i + "/rating", weights.get(i).rating());
        }
      }
    }
    return criteria;
  }

  private void criterion(String at, Criterion criterion) {
    JsonNode json = Criteria.all().encode(criterion);
    for (Description description : Criteria.all().describe(json.get("type").stringValue()).stream().toList()) {
      for (dev.crossdock.routing.criteria.Field field : description.parameters()) {
        Set<String> words = new LinkedHashSet<>();
        texts(json.get(field.name()), words);
        parameter(at + "/" + field.name(), field.names(), words);
      }
    }
  }

  private void parameter(String at, dev.crossdock.routing.criteria.Names names, Set<String> words) {
    switch (names) {
      case LOCATION_TAG -> each(at, words, known.locationTags(), "unknown-tag", "the tag ", "which no location has");
      case ITEM_TAG -> known.words().map(Words::itemTags).ifPresent(there ->
          each(at, words, there, "unknown-item-tag", "the tag ", "which no item has"));
      case CARRIER -> known.words().map(Words::carriers).ifPresent(there ->
          each(at, words, there, "unknown-carrier", "the carrier ", "which no rate card has"));
      case PROGRAMME -> {
        if (!words.isEmpty() && !Goods.meet(words, known.programmes())) {
          findings.add(Finding.warning(
              "unknown-programme", at,
              said(rule) + " names the programme " + String.join(" or ", words) + ", and no location takes part."));
        }
      }
      case ANYTHING, COUNTRY, DESTINATION, CURRENCY, LOCATION -> {}
    }
  }

  private void each(String at, Set<String> words, Set<String> there, String code, String what, String which) {
    words.stream()
        .filter(word -> !Goods.contains(there, word))
        .forEach(word -> findings.add(
            Finding.warning(code, at, said(rule) + " names " + what + word + ", " + which + ".")));
  }

  private static void texts(JsonNode json, Set<String> words) {
    if (json.isString()) {
      words.add(json.stringValue());
    }
    json.forEach(part -> texts(part, words));
  }
}
