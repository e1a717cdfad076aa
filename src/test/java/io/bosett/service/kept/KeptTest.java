package io.bosett.service.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.documents.dataset.DatasetDocument;
import io.bosett.documents.text.Language;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.service.ExplainUseCase;
import io.bosett.service.Verification;
import io.bosett.service.jobs.AllocationService;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.service.jobs.Submission;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import io.bosett.store.Store;
import io.bosett.store.factory.Stores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is kept reads back as it was, whatever has changed since. */
@Timeout(120)
@Tag("slow")
final class KeptTest {
  private static final String SCENARIO =
      """
      {"name": "Two", "dataset": "two-places", "year": 2018, "demand": {"persons": 10},
       "places": {"minimum": 1},
       "criteria": [{"id": "p", "weight": 1, "base": {"indicator": "population", "year": 2017}}]}
      """;

  @TempDir private Path folder;
  private Store store;
  private StoredDatasets datasets;
  private AllocationService desk;

  @BeforeEach
  void open() {
    store = Stores.embedded(folder, Clock.systemUTC());
    datasets = new StoredDatasets(store.datasets());
    desk = AllocationService.open(store, QueueSettings.defaults("test"));
  }

  @AfterEach
  void close() {
    desk.close();
    store.close();
  }

  private static Dataset dataset(double first) {
    return new DatasetBuilder("two-places", "Two places")
        .note("made for a test")
        .municipality("A", "Aa", "1", 10.5, 59.9)
        .municipality("B", "Bb", "1")
        .number("A", "population", 2017, first)
        .number("B", "population", 2017, 100)
        .build();
  }

  private void upload(Dataset dataset) {
    datasets.put(dataset.id(), dataset);
  }

  private KeptJob solved(byte[] document) throws Exception {
    JobStore.Submission kept = desk.submit(new Submission(document, null, "somebody", null));
    String id = ((JobStore.Submission.Accepted) kept).job().id();
    return desk.ended(id).get(60, TimeUnit.SECONDS);
  }

  @Test
  void a_scenario_rests_on_the_newest_version_and_an_allocation_on_the_one_it_was_solved_on()
      throws Exception {
    upload(dataset(400));
    KeptJob before = solved(SCENARIO.getBytes(StandardCharsets.UTF_8));
    upload(dataset(900));
    KeptJob after = solved(SCENARIO.getBytes(StandardCharsets.UTF_8));
    KeptResults answers = new KeptResults(store.allocations(), datasets);
    assertThat(answers.problem(before).datasetHash()).isEqualTo(dataset(400).contentHash());
    assertThat(answers.problem(after).datasetHash()).isEqualTo(dataset(900).contentHash());
    assertThat(persons(answers, before)).containsExactly(8, 2);
    assertThat(persons(answers, after)).containsExactly(9, 1);
    for (KeptJob one : new KeptJob[] {before, after}) {
      Result result = answers.result(one.id()).orElseThrow();
      Verification verification = Verification.of(answers.problem(one), result);
      assertThat(verification.verdict().certified()).isTrue();
    }
  }

  @Test
  void what_is_remembered_is_bounded_with_the_figures_that_it_holds() throws Exception {
    upload(dataset(400));
    KeptJob before = solved(SCENARIO.getBytes(StandardCharsets.UTF_8));
    int figures = DatasetDocument.write(dataset(400)).length;
    upload(dataset(900));
    KeptJob after = solved(SCENARIO.getBytes(StandardCharsets.UTF_8));
    long most = figures + 2L * SCENARIO.length();
    KeptResults answers = new KeptResults(store.allocations(), datasets, most);
    Problem first = answers.problem(before);
    assertThat(answers.problem(before)).isSameAs(first);
    assertThat(answers.problem(after)).isSameAs(answers.problem(after));
    assertThat(answers.problem(before)).isNotSameAs(first);
  }

  private static Integer[] persons(KeptResults answers, KeptJob allocation) {
    return answers.result(allocation.id()).orElseThrow().places().stream()
        .map(Result.Place::persons)
        .toArray(Integer[]::new);
  }

  @Test
  void no_dataset_takes_the_place_of_one_that_ships() {
    assertThatThrownBy(() -> datasets.put("norway-2018", dataset(400)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("norway-2018");
    assertThat(datasets.version("norway-2018")).isEmpty();
  }

  @Test
  void shipped_and_uploaded_datasets_are_found_by_id() {
    upload(dataset(400));
    assertThat(datasets.ids()).contains("norway-2018", "two-places").isSorted();
    assertThat(datasets.isShipped("norway-2018")).isTrue();
    assertThat(datasets.isShipped("two-places")).isFalse();
    assertThat(datasets.dataset("two-places").notes()).containsExactly("made for a test");
    assertThatThrownBy(() -> datasets.dataset("nowhere"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("norway-2018, norway-2025, two-places");
  }

  @Test
  void an_explanation_is_the_same_every_time() throws Exception {
    KeptJob letter = solved(model("norway-2018/letter.json"));
    KeptResults answers = new KeptResults(store.allocations(), datasets);
    KeptExplanations one = new KeptExplanations(answers, Duration.ofSeconds(30));
    KeptExplanations other = new KeptExplanations(answers, Duration.ofSeconds(30));
    byte[] whole = one.whole(letter, Language.EN).orElseThrow();
    assertThat(one.whole(letter, Language.EN)).containsSame(whole);
    assertThat(other.whole(letter, Language.EN).orElseThrow()).isEqualTo(whole);
    byte[] oslo = one.of(letter, "0301", Language.EN).orElseThrow();
    assertThat(one.of(letter, "0301", Language.EN)).containsSame(oslo);
    assertThat(one.of(letter, "9999", Language.EN)).isEmpty();
  }

  @Test
  void an_explanation_without_time_says_less_and_is_not_remembered() throws Exception {
    KeptJob letter = solved(model("norway-2018/letter.json"));
    KeptResults answers = new KeptResults(store.allocations(), datasets);
    CompiledProblem problem = answers.compiled(letter);
    Result result = answers.result(letter.id()).orElseThrow();
    assertThat(ExplainUseCase.explain(problem, result, Duration.ZERO).complete()).isFalse();
    assertThat(ExplainUseCase.explain(problem, result, Duration.ofSeconds(30)).complete()).isTrue();
    KeptExplanations hasty = new KeptExplanations(answers, Duration.ZERO);
    String cut = new String(hasty.whole(letter, Language.NB).orElseThrow(), StandardCharsets.UTF_8);
    assertThat(cut).contains("\"complete\":false");
    String oslo =
        new String(hasty.of(letter, "0301", Language.NN).orElseThrow(), StandardCharsets.UTF_8);
    assertThat(oslo).contains("\"complete\":false", "Tida gjekk ut");
    assertThat(hasty.whole(letter, Language.EN).orElseThrow())
        .isNotSameAs(hasty.whole(letter, Language.EN).orElseThrow());
  }

  @Test
  void what_has_no_answer_is_explained_as_far_as_it_can_be() throws Exception {
    KeptJob none = solved(model("small/short-by-one.json"));
    KeptResults answers = new KeptResults(store.allocations(), datasets);
    KeptExplanations keptExplanations = new KeptExplanations(answers, Duration.ofSeconds(30));
    assertThat(
            new String(
                keptExplanations.whole(none, Language.EN).orElseThrow(), StandardCharsets.UTF_8))
        .contains("INFEASIBLE");
    String first = answers.problem(none).dataset().municipality(0);
    assertThat(keptExplanations.of(none, first, Language.EN)).isPresent();
  }

  private static byte[] model(String name) throws IOException {
    return Files.readAllBytes(Path.of("models", name));
  }
}
