package io.bosett.solve.ortools;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.form.MipForm;
import io.bosett.program.form.RandomPrograms;
import io.bosett.solve.ortools.Engine.Outcome;
import io.bosett.solve.ortools.Engine.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FramedStreamTest {
  @Test
  void messages_survive_among_prints_that_end_anywhere() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String longMessage = "0123456789".repeat(2_000);
    out.write("Running HiGHS 1.12.0\nCopy".getBytes(ISO_8859_1));
    FramedStream.write(out, longMessage);
    out.write("right (c)".getBytes(ISO_8859_1));
    FramedStream.write(out, "");
    FramedStream.write(out, "end");
    List<String> messages = new ArrayList<>();
    List<String> others = new ArrayList<>();
    FramedStream.read(new ByteArrayInputStream(out.toByteArray()), messages::add, others::add);
    assertThat(messages).containsExactly(longMessage, "", "end");
    assertThat(others).containsExactly("Running HiGHS 1.12.0", "Copy", "right (c)");
  }

  @Test
  void every_line_of_a_message_fits_into_one_write_of_a_pipe() throws IOException {
    List<Integer> writes = new ArrayList<>();
    FramedStream.write(
        new ByteArrayOutputStream() {
          @Override
          public void write(byte[] bytes) throws IOException {
            writes.add(bytes.length);
            super.write(bytes);
          }
        },
        "x".repeat(50_000));
    assertThat(writes).hasSizeGreaterThan(10).allMatch(size -> size <= 4_096);
  }

  @Test
  void answers_are_read_as_they_were_written() {
    long[] values = {0, 3, 0, -7, 0};
    for (ChildAnswer answer :
        List.of(
            new ChildAnswer.Ready(),
            new ChildAnswer.Broken("no library: x"),
            new ChildAnswer.Incumbent(4, values),
            new ChildAnswer.Bound(5, 3534277245.25),
            new ChildAnswer.Done(6, new Outcome(Status.OPTIMAL, -1.5, values, "")),
            new ChildAnswer.Done(7, new Outcome(Status.UNKNOWN, null, null, "")),
            new ChildAnswer.Done(8, Outcome.refused("objective overflows, really")))) {
      assertThat(ChildAnswer.read(ChildAnswer.write(answer)))
          .usingRecursiveComparison()
          .isEqualTo(answer);
    }
  }

  @Test
  void a_task_is_read_as_it_was_written() throws IOException {
    MipForm form = MipForm.of(RandomPrograms.large(2, 20));
    SolveTask task = SolveTask.of(3, Backend.SCIP, -1, 2, 1.5, form);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    task.write(new DataOutputStream(bytes));
    SolveTask read =
        SolveTask.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(read).usingRecursiveComparison().isEqualTo(task);
    assertThat(task.seed()).isNotNegative();
  }
}
