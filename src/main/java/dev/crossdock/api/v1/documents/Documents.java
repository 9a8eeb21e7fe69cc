package dev.crossdock.api.v1.documents;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Commands.Reply;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Documents of one kind as the API makes, lists, shows and commands them.
 *
 * @param <D> the document
 * @param <V> what the API shows of it
 */
record Documents<D, V>(Commands commands, Documents.Traits<D, V> traits) {

  /** What is peculiar to the kind. */
  record Traits<D, V>(
      Class<V> type, Function<D, V> view, Function<D, UUID> id, ToIntFunction<D> version) {}

  ResponseEntity<V> create(ApiCall call, Function<Tx, Decided<D>> make) {
    return commands.reply(
        call, traits.type(), tx -> new Reply<>(HttpStatus.CREATED, shown(Answers.accepted(make.apply(tx)))));
  }

  Page<V> list(
      ApiCall call,
      PageRequest page,
      @Nullable String state,
      @Nullable String text,
      BiFunction<Tx, DocumentQuery, List<D>> find) {
    List<D> found = commands.read(call, tx -> find.apply(tx, Answers.query(page, state, text)));
    return page.page(found, document -> traits.id().apply(document).toString()).map(this::shown);
  }

  ResponseEntity<V> get(ApiCall call, Function<Tx, Optional<D>> find) {
    D document = commands.read(call, find::apply).orElseThrow(Answers::missing);
    return Answers.tagged(shown(document), traits.version().applyAsInt(document));
  }

  ResponseEntity<V> execute(ApiCall call, Function<Tx, Decided<D>> command) {
    return commands.write(call, traits.type(), tx -> shown(Answers.accepted(command.apply(tx))));
  }

  private V shown(D document) {
    return traits.view().apply(document);
  }
}
