package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TensorScopeTest {

    private long live;

    @BeforeEach
    void countLiveTensors() {
        live = Tensor.liveCount();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(Tensor.liveCount()).isEqualTo(live);
    }

    @Test
    void closesWhatWasMadeInIt() {
        Tensor tensor;
        try (TensorScope scope = TensorScope.open()) {
            tensor = Tensor.of(1, 2).mul(3).add(1);
            assertThat(scope.size()).isEqualTo(3);
            assertThat(Tensor.liveCount()).isEqualTo(live + 3);
        }
        assertThat(tensor.isClosed()).isTrue();
    }

    @Test
    void withoutAScopeTheCallerCloses() {
        Tensor tensor = Tensor.of(1);
        assertThat(Tensor.liveCount()).isEqualTo(live + 1);
        tensor.close();
    }

    @Test
    void theInnermostScopeOwnsNewTensors() {
        try (TensorScope outer = TensorScope.open()) {
            Tensor before = Tensor.of(1);
            Tensor inside;
            try (TensorScope inner = TensorScope.open()) {
                inside = before.add(1);
                assertThat(outer.size()).isEqualTo(1);
                assertThat(inner.size()).isEqualTo(1);
            }
            Tensor after = Tensor.of(3);
            assertThat(inside.isClosed()).isTrue();
            assertThat(before.isClosed()).isFalse();
            assertThat(after.isClosed()).isFalse();
            assertThat(outer.size()).isEqualTo(2);
        }
    }

    @Test
    void allResultsOfAnOperatorBelongToIt() {
        try (TensorScope scope = TensorScope.open()) {
            Tensor tensor = Tensor.of(new double[] {1, 2, 3, 4}, 2, 2);
            tensor.unbind();
            tensor.max(0);
            assertThat(scope.size()).isEqualTo(1 + 2 + 2);
        }
    }

    @Test
    void keepHandsATensorToTheCaller() {
        Tensor kept;
        try (var _ = TensorScope.open();
                TensorScope inner = TensorScope.open()) {
            kept = inner.keep(Tensor.of(7));
            assertThat(inner.size()).isZero();
        }
        assertThat(kept.item()).isEqualTo(7);
        kept.close();
    }

    @Test
    void keepLeavesATensorOfTheCallersAlone() {
        Tensor own = Tensor.of(7);
        try (TensorScope scope = TensorScope.open()) {
            assertThat(scope.keep(own)).isSameAs(own);
        }
        assertThat(own.item()).isEqualTo(7);
        own.close();
    }

    @Test
    void keepRefusesATensorOfAnotherScope() {
        try (var _ = TensorScope.open()) {
            Tensor tensor = Tensor.of(7);
            try (TensorScope inner = TensorScope.open()) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> inner.keep(tensor))
                        .withMessage("the tensor belongs to another scope");
            }
        }
    }

    @Test
    void moveToOuterHandsATensorToTheScopeAround() {
        try (TensorScope outer = TensorScope.open()) {
            Tensor moved;
            try (TensorScope inner = TensorScope.open()) {
                moved = inner.moveToOuter(Tensor.of(7).add(1));
            }
            assertThat(moved.item()).isEqualTo(8);
            assertThat(outer.size()).isEqualTo(1);
        }
    }

    @Test
    void moveToOuterOfTheOutermostScopeHandsATensorToTheCaller() {
        Tensor moved;
        try (TensorScope scope = TensorScope.open()) {
            moved = scope.moveToOuter(Tensor.of(7));
        }
        assertThat(moved.item()).isEqualTo(7);
        moved.close();
    }

    @Test
    void moveToOuterLeavesATensorFromOutsideWhereItIs() {
        try (TensorScope outer = TensorScope.open()) {
            Tensor operand = Tensor.of(7);
            try (TensorScope inner = TensorScope.open()) {
                assertThat(inner.moveToOuter(operand)).isSameAs(operand);
            }
            assertThat(outer.size()).isEqualTo(1);
        }
    }

    @Test
    void aTensorClosedInsideIsNotClosedAgain() {
        try (TensorScope scope = TensorScope.open()) {
            Tensor first = Tensor.of(1);
            Tensor second = Tensor.of(2);
            first.close();
            assertThat(scope.size()).isEqualTo(1);
            assertThat(second.item()).isEqualTo(2);
        }
    }

    @Test
    void manyTensorsMayComeAndGoInAnyOrder() {
        Random random = new Random(5);
        try (TensorScope scope = TensorScope.open()) {
            List<Tensor> open = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                open.add(Tensor.of(i));
                if (random.nextInt(3) == 0) {
                    open.remove(random.nextInt(open.size())).close();
                }
                assertThat(scope.size()).isEqualTo(open.size());
            }
            assertThat(Tensor.liveCount()).isEqualTo(live + open.size());
            assertThat(open).noneMatch(Tensor::isClosed);
        }
    }

    @Test
    void scopesCloseInReverseOrder() {
        TensorScope outer = TensorScope.open();
        TensorScope inner = TensorScope.open();
        assertThatIllegalStateException()
                .isThrownBy(outer::close)
                .withMessage("a scope opened inside this one is still open");
        Tensor tensor = Tensor.of(1);
        assertThat(inner.size()).isEqualTo(1);
        inner.close();
        outer.close();
        assertThat(tensor.isClosed()).isTrue();
    }

    @Test
    void closingTwiceDoesNothing() {
        TensorScope scope = TensorScope.open();
        Tensor.of(1);
        scope.close();
        scope.close();
        Tensor free = Tensor.of(2);
        assertThat(free.isClosed()).isFalse();
        free.close();
    }

    @Test
    void aClosedScopeHandsNothingOut() {
        TensorScope scope = TensorScope.open();
        Tensor tensor = Tensor.of(1);
        scope.close();
        assertThatIllegalStateException().isThrownBy(() -> scope.keep(tensor)).withMessage("the scope is closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> scope.moveToOuter(tensor))
                .withMessage("the scope is closed");
    }

    @Test
    void anExceptionInsideClosesIt() {
        assertThatIllegalStateException().isThrownBy(() -> {
            try (var _ = TensorScope.open()) {
                Tensor.of(1);
                throw new IllegalStateException("as a test");
            }
        });
    }

    @Test
    void belongsToItsThread() throws Exception {
        try (TensorScope scope = TensorScope.open();
                var other = Executors.newSingleThreadExecutor()) {
            Tensor mine = Tensor.of(1);
            other.submit(() -> {
                        String message = "the scope belongs to thread ";
                        assertThatIllegalStateException()
                                .isThrownBy(scope::close)
                                .withMessageStartingWith(message);
                        assertThatIllegalStateException()
                                .isThrownBy(mine::close)
                                .withMessageStartingWith(message);
                        assertThatIllegalStateException()
                                .isThrownBy(() -> scope.keep(mine))
                                .withMessageStartingWith(message);
                        try (Tensor theirs = mine.add(1)) {
                            assertThat(theirs.item()).isEqualTo(2);
                            assertThat(scope.size()).isEqualTo(1);
                        }
                    })
                    .get();
            assertThat(mine.item()).isEqualTo(1);
        }
    }
}
