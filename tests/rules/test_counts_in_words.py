"""Counts that a text states, in many languages, in digits and in words, once or several times."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository import diagnostics_on, write_files

_EXERCISE = "**Goal:** Print.\n\n**Build steps:**\n\n1. Run.\n\n**Acceptance criteria:**\n\n- It prints 1.\n"
_UNIT = f"## 1) One\n\n{_EXERCISE}\n## 2) Two\n\n{_EXERCISE}\n## 3) Three\n\n{_EXERCISE}"


def wrong_counts(root: Path, text: str) -> list[str]:
    """What CL115 says of a unit with three exercises."""
    write_files(root, {"a_level/1_one/readme.md": f"# One\n\n{text}\n\n{_UNIT}"})
    return [each.message for each in diagnostics_on(root) if each.code == "CL115"]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("It has three exercises.", "It has **four** exercises."),
        ("Hay tres ejercicios.", "Hay cuatro ejercicios."),
        ("Il y a trois exercices.", "Il y a quatre exercices."),
        ("Es gibt drei Übungen.", "Es gibt vier Übungen."),
        ("Há três exercícios.", "Há quatro exercícios."),
        ("Ci sono tre esercizi.", "Ci sono quattro esercizi."),
        ("共有3个练习。", "共有4个练习。"),
        ("本模块包含三个练习。", "本模块包含四个练习。"),
        ("共有 **3** 道习题。", "共有 **4** 道习题。"),
        ("有三個練習。", "有兩個練習。"),
        ("演習は3つあります。", "演習は4つあります。"),
        ("三つの演習がある。", "四つの演習がある。"),
        ("연습문제 3개가 있습니다.", "연습문제 4개가 있습니다."),
        ("세 개의 연습이 있다.", "네 개의 연습이 있다."),
    ],
)
def test_a_wrong_count_is_told_and_a_right_one_is_not(
    tmp_path: Path, right: str, wrong: str
) -> None:
    assert wrong_counts(tmp_path, right) == []
    assert len(wrong_counts(tmp_path, wrong)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "You have completed day 2 challenges.",
        "Go on with the Week 4 exercises.",
        "Las tareas de la semana 2 ejercicios.",
        "前2个练习很容易。",
        "至少做2个练习。",
        "第2章。每章有2个练习。",
        "完成2个练习以上。",
        "最初の2つの演習は簡単です。",
        "演習は2つずつ解く。",
        "처음 두 개의 연습은 쉽다.",
        "연습문제 2개 이상.",
        "12个练习里选三个练习。",
        "`2个练习`",
    ],
)
def test_a_part_or_a_bound_is_no_count(tmp_path: Path, text: str) -> None:
    assert wrong_counts(tmp_path, text) == []


def test_each_of_several_sentences_is_read(tmp_path: Path) -> None:
    text = "Four exercises wait here.\nThe **2 “small” exercises** come first.\n\n共有4个练习。演習は2つ。"
    assert len(wrong_counts(tmp_path, text)) == 4
