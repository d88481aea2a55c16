#include <stdio.h>
#include <stdlib.h>

int grade_of(int points)
{
    int grade;
    switch (points / 10) {
    case 10:
    case 9:
        grade = 1;
        break;
    case 8:
        grade = 2;
        break;
    case 7:
        grade = 3;
        break;
    }
    return grade;
}
