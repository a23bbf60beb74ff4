"""Losses by which encoders imitate others: their values, and gradients that flow into the student alone."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from vhdesk.training.imitation import bert_distillation, mars


@pytest.fixture
def pair() -> tuple[torch.Tensor, torch.Tensor]:
    draw = torch.Generator().manual_seed(3)
    student, teacher = (torch.randn(2, 3, 5, generator=draw, dtype=torch.float64) for _ in range(2))
    return student.requires_grad_(), teacher.requires_grad_()


def test_tokens_are_compared_at_unit_length(pair):
    student, teacher = pair
    y, z = (x / x.norm(dim=-1, keepdim=True) for x in pair)
    # equation 5.1, as the mean over batch, tokens and numbers
    assert torch.allclose(bert_distillation(student, teacher), ((y - z) ** 2).sum() / (2 * 3 * 5))
    assert torch.allclose(bert_distillation(7 * student, 0.1 * teacher), bert_distillation(student, teacher))
    assert float(bert_distillation(student, 3 * student).detach()) == pytest.approx(0)


def test_features_are_compared_as_they_are(pair):
    student, teacher = (x[:, 0] for x in pair)
    assert torch.allclose(mars(student, teacher), ((student - teacher) ** 2).mean())
    assert float(mars(2 * student, 2 * teacher).detach()) == pytest.approx(4 * float(mars(student, teacher).detach()))


@pytest.mark.parametrize("loss", [bert_distillation, mars])
def test_the_gradient_is_right_and_the_teacher_has_none(loss, pair):
    student, teacher = pair
    fixed = teacher.detach()
    assert torch.autograd.gradcheck(lambda x: loss(x, fixed), student)
    loss(student, teacher).backward()
    assert teacher.grad is None
    step = student - 0.1 * student.grad
    assert float(loss(step, teacher).detach()) < float(loss(student, teacher).detach())


def test_a_student_of_unit_tokens_reaches_its_teacher(pair):
    student, teacher = pair
    optimiser = torch.optim.Adam([student], 0.1)
    for _ in range(150):
        optimiser.zero_grad()
        (100 * bert_distillation(student, teacher)).backward()
        optimiser.step()
    near = functional.cosine_similarity(student, teacher, dim=-1)
    assert float(near.detach().min()) > 0.99
