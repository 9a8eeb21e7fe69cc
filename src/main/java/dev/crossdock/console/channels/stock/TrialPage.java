package dev.crossdock.console.channels.stock;

import dev.crossdock.channels.publishing.Trial;
import dev.crossdock.channels.publishing.Trials;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.Forms;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.Sent;
import dev.crossdock.platform.db.Door;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets an operator see what a buffer costs and saves before it is switched on. */
@RestController
class TrialPage {

  private static final int MOST = 1_000_000_000;
  private static final int ONE_IN_LEAST = 10;
  private static final int NAME_MAX = 200;

  private final Pages pages;
  private final Door door;
  private final Trials trials;
  private final TrialMaker maker;

  TrialPage(Pages pages, Door door, Trials trials, TrialMaker maker) {
    this.pages = pages;
    this.door = door;
    this.trials = trials;
    this.maker = maker;
  }

  @GetMapping(ShownNav.TRIAL)
  ResponseEntity<String> page(Visit visit, @RequestParam MultiValueMap<String, String> asked) {
    Sent sent = new Sent(usual(asked));
    Mistakes mistakes = new Mistakes();
    TrialView view = view(visit, sent, mistakes);
    HttpStatus status = mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    String title = (mistakes.none() ? "" : "Error: ") + "Try out buffers";
    return pages.page(status, visit, Nav.CHANNELS, title, "channels/stock/trial.jte", view);
  }

  /** What a form that was never sent holds. */
  private static MultiValueMap<String, String> usual(MultiValueMap<String, String> asked) {
    MultiValueMap<String, String> values = new LinkedMultiValueMap<>(asked);
    values.addIfAbsent("oneIn", "10000");
    values.addIfAbsent("buffer", "3");
    return values;
  }

  private TrialView view(Visit visit, Sent sent, Mistakes mistakes) {
    String sku = sent.text("sku");
    Trials.Question question = question(sent, sku, mistakes);
    if (sku.isEmpty() || !mistakes.none()) {
      Block block =
          new Block(Block.Kind.NONE_YET, "Nothing tried out yet", "Enter a SKU and try its buffers out.", null);
      return new TrialView(
          TrialMaker.fields(sent, mistakes), mistakes.lines(), "", List.of(), null, sku.isEmpty() ? block : null);
    }
    Optional<Trial.Assumptions> given = door.read(visit.merchant(), tx -> trials.assumptions(tx, question));
    if (given.isEmpty()) {
      mistakes.add("sku", "This SKU is listed at no channel account.");
      return new TrialView(TrialMaker.fields(sent, mistakes), mistakes.lines(), "", List.of(), null, null);
    }
    Trial.Comparison found = Trial.compare(given.get());
    return new TrialView(
        TrialMaker.fields(sent, mistakes), mistakes.lines(), TrialMaker.assumed(found.assumptions()),
        TrialMaker.outcomes(found), maker.sellers(found.assumptions()), null);
  }

  private static Trials.Question question(Sent sent, String sku, Mistakes mistakes) {
    if (sku.length() > NAME_MAX || sku.indexOf('\0') >= 0) {
      mistakes.add("sku", "A SKU has at most " + NAME_MAX + " characters.");
    }
    int oneIn = orElse(Forms.number(sent, "oneIn", MOST, mistakes), 10_000);
    if (oneIn < ONE_IN_LEAST) {
      mistakes.add("oneIn", "Enter a whole number from " + ONE_IN_LEAST + " to " + MOST + ".");
    }
    return new Trials.Question(
        sku, atLeastOne(sent, "units", mistakes), atLeastOne(sent, "perHour", mistakes), oneIn,
        orElse(Forms.number(sent, "buffer", MOST, mistakes), 0));
  }

  private static @Nullable Integer atLeastOne(Sent sent, String name, Mistakes mistakes) {
    Integer number = Forms.number(sent, name, MOST, mistakes);
    if (number != null && number == 0) {
      mistakes.add(name, "Enter a whole number from 1 to " + MOST + ".");
      return null;
    }
    return number;
  }

  private static int orElse(@Nullable Integer number, int usual) {
    return number == null ? usual : number;
  }
}
